package dev.tiller.core.conversation;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Pick;
import dev.tiller.core.routing.Wish.Picked;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A request that goes on once its author has chosen something. It has one message in its thread.
///
/// @param message the request; its text corrected where that is what the author is asked about
/// @param want what is to be chosen
/// @param repository what was chosen so far
/// @param model what was chosen so far
public record Draft(
    UUID id,
    InboundMessage message,
    Want want,
    Optional<Repository> repository,
    Optional<Pick> model,
    Stage stage,
    Instant askedAt) {

  /// How long there is to choose.
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /// What is to be chosen.
  public enum Want {
    REPOSITORY,
    MODEL,
    /// Which of the thread's agents is meant.
    AGENT,
    /// Whether the corrected text is what was meant.
    TEXT
  }

  /// Where it stands.
  public enum Stage {
    WAITING,
    /// The request went on.
    TAKEN,
    /// The request went on, and the choice was made the channel's default.
    REMEMBERED,
    /// Nobody has chosen in time.
    EXPIRED
  }

  /// The name of its message, for good.
  public String key() {
    return "draft/" + id;
  }

  public Instant expiresAt() {
    return askedAt.plus(PATIENCE);
  }

  public Picked picked() {
    return new Picked(repository, model);
  }

  public Draft withRepository(Repository chosen) {
    return new Draft(id, message, want, Optional.of(chosen), model, stage, askedAt);
  }

  public Draft withModel(Pick chosen) {
    return new Draft(id, message, want, repository, Optional.of(chosen), stage, askedAt);
  }

  /// The same, asked by somebody we know better.
  public Draft by(Person known) {
    return new Draft(id, message.by(known), want, repository, model, stage, askedAt);
  }

  public Draft in(Stage other) {
    return new Draft(id, message, want, repository, model, other, askedAt);
  }
}
