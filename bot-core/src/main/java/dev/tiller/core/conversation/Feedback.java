package dev.tiller.core.conversation;

import dev.tiller.core.chat.Person;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// What a person thinks of a run. A later one of the same person about the same run replaces it.
///
/// @param text in the person's words: data; may be empty
public record Feedback(UUID run, Person by, Verdict verdict, String text, Instant at) {

  public enum Verdict {
    GOOD,
    BAD;

    /// Reads the name; empty for anything else.
    public static Optional<Verdict> parse(String written) {
      return Arrays.stream(values()).filter(each -> each.name().equals(written)).findFirst();
    }
  }
}
