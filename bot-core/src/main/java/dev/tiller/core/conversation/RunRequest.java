package dev.tiller.core.conversation;

import dev.tiller.core.chat.Person;
import java.time.Instant;
import java.util.Optional;

/// What somebody asks an agent for with one run.
///
/// @param message the message that asked for it, the latest where several did; absent when a form
///   did
/// @param options what a follow-up asks for beyond its text
public record RunRequest(
    Person requester,
    Optional<String> message,
    String prompt,
    RunOptions options,
    Instant askedAt) {

  RunRequest by(Person its) {
    return new RunRequest(its, message, prompt, options, askedAt);
  }

  RunRequest saying(String text) {
    return new RunRequest(requester, message, text, options, askedAt);
  }

  /// With another request of the same person added: both were made when the first was.
  RunRequest joinedBy(RunRequest later) {
    return new RunRequest(
        requester, later.message, prompt + "\n\n" + later.prompt, options, askedAt);
  }
}
