package dev.tiller.core.command;

import java.util.List;

/// A piece of a message that holds options and is taken out of it: mostly one word with one option.
///
/// @param place the whole piece on one line, with punctuation that follows
/// @param doubts why it may have been meant otherwise; empty when it is plain
record OptionGroup(Range place, List<OptionWord> words, List<Finding> doubts) {

  static OptionGroup of(Range place, OptionWord word) {
    return new OptionGroup(place, List.of(word), List.of());
  }

  static OptionGroup doubtful(Range place, OptionWord word, Finding doubt) {
    return new OptionGroup(place, List.of(word), List.of(doubt));
  }
}
