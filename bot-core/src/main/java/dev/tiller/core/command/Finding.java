package dev.tiller.core.command;

import java.util.Optional;

/// Something unclear in a message.
///
/// @param sentence as in [Problem]
/// @param correction what would probably make it clear
record Finding(String sentence, Optional<Correction> correction) {

  /// How to say literally what looks like an option.
  static final String LITERALLY =
      " If it is part of the task, put it in backticks, or write -- before the task.";

  static Finding of(String sentence) {
    return new Finding(sentence, Optional.empty());
  }

  Finding(String sentence, Range place, String replacement) {
    this(sentence, Optional.of(new Correction(place, replacement)));
  }

  /// A replacement for a piece of the message.
  record Correction(Range place, String replacement) {}
}
