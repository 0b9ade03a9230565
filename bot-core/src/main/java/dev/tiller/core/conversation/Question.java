package dev.tiller.core.conversation;

import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something a person wants to know or have done that the service has to be asked for, or that is
/// asked back. It has one message in its thread, which is edited as the answer changes.
///
/// @param asker who asked, and who may turn the answer's pages
/// @param direct whether only the asker reads the place it was asked in
/// @param agent the agent it is about; absent for topics that are about none
/// @param filter what the answer is narrowed down to, in lower case; may be empty
/// @param page the page of the answer that is wanted, from 0
/// @param askedAt when the page, or the act, was last asked for
public record Question(
    UUID id,
    Topic topic,
    Person asker,
    boolean direct,
    Optional<UUID> agent,
    String filter,
    int page,
    Stage stage,
    Instant askedAt) {

  /// How long an asked-back question can be confirmed.
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  public Question {
    if (page < 0) {
      throw new IllegalArgumentException("a page before the first");
    }
  }

  /// Where it stands.
  public enum Stage {
    /// Asked back: waits for a person to confirm it.
    WAITING,
    /// An answer is being found.
    ASKED,
    /// Answered, declined or expired.
    CLOSED
  }

  /// The name of its message, for good.
  public String key() {
    return "question/" + id;
  }

  public Instant expiresAt() {
    return askedAt.plus(PATIENCE);
  }

  /// The question, asked now.
  public Question asked(int wanted, Instant now) {
    return new Question(id, topic, asker, direct, agent, filter, wanted, Stage.ASKED, now);
  }

  /// The same, asked by somebody we know better.
  public Question by(Person known) {
    return new Question(id, topic, known, direct, agent, filter, page, stage, askedAt);
  }

  public Question closed() {
    return new Question(id, topic, asker, direct, agent, filter, page, Stage.CLOSED, askedAt);
  }
}
