package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.Optional;

/// Something unclear in a message.
///
/// @param sentence as in [Problem]
/// @param correction what would probably make it clear
record Finding(String sentence, Optional<Correction> correction) {

  /// The sentence, and how to say literally what looks like an option.
  static String literally(String sentence) {
    return Texts.get("problem.literally", sentence);
  }

  static Finding of(String sentence) {
    return new Finding(sentence, Optional.empty());
  }

  Finding(String sentence, Range place, String replacement) {
    this(sentence, Optional.of(new Correction(place, replacement)));
  }

  /// A replacement for a piece of the message.
  record Correction(Range place, String replacement) {}
}
