package dev.tiller.core.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a message apart in one pass over its characters.
final class MessageScanner {

  private static final String END_OF_OPTIONS = "--";

  private final String text;
  private final List<OptionWord> options = new ArrayList<>();
  private Optional<Range> end = Optional.empty();
  private Optional<Range> first = Optional.empty();
  private boolean begun;

  private MessageScanner(String text) {
    this.text = text;
  }

  static Message scan(String text) {
    var scanner = new MessageScanner(text);
    var at = 0;
    while (at < text.length()) {
      at = scanner.step(at);
    }
    return new Message(text, List.copyOf(scanner.options), scanner.end, scanner.first);
  }

  /// Reads what begins at the position and returns where to go on.
  private int step(int at) {
    var c = text.charAt(at);
    if (Whitespace.isSpace(c)) {
      return at + 1;
    }
    if (c == '`') {
      begun = true;
      return Code.skip(text, at);
    }
    return at == 0 || Whitespace.isSpace(text.charAt(at - 1)) ? word(at) : at + 1;
  }

  private int word(int at) {
    var option = OptionReader.at(text, at);
    if (option.isPresent()) {
      options.add(option.get());
      return option.get().place().end();
    }
    var word = new Range(at, Whitespace.nextSpace(text, at));
    if (word.of(text).equals(END_OF_OPTIONS)) {
      end = Optional.of(word);
      return text.length();
    }
    if (!begun) {
      begun = true;
      first = Optional.of(word);
    }
    return at + 1;
  }
}
