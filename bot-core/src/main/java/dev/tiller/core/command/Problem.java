package dev.tiller.core.command;

import java.util.Optional;

/// Why a message is unclear.
///
/// @param sentence what is wrong and what to write instead, for the person who wrote it. Quotes
///   what they wrote, shortened and on one line
/// @param suggestion the whole message with its likely mistakes corrected, fit to be handled as if
///   it had been written so: it is never unclear itself. Absent where there is no likely answer
public record Problem(String sentence, Optional<String> suggestion) {

  Problem(String sentence) {
    this(sentence, Optional.empty());
  }
}
