package dev.tiller.core.conversation;

import dev.tiller.core.chat.Person;
import java.time.Instant;

/// A line of the audit record.
///
/// @param actor who did it; the name is the id where we do not know it
/// @param act such as `stop` or `message queued`
/// @param subject ids of what it was about
/// @param rule which rule allowed, refused or led to it
public record Recorded(Person actor, String act, String subject, String rule, Instant at) {

  /// The same by somebody we know better.
  public Recorded by(Person known) {
    return new Recorded(known, act, subject, rule, at);
  }
}
