package dev.tiller.core.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a message apart in one pass over its characters.
final class MessageScanner {

  private static final String END_OF_OPTIONS = "--";

  private final String text;
  private final List<OptionGroup> groups = new ArrayList<>();
  private Optional<Range> end = Optional.empty();
  private Optional<Range> first = Optional.empty();
  private boolean begun;
  private boolean lineBegun;
  private boolean asksForAgent;

  private MessageScanner(String text) {
    this.text = text;
  }

  static Message scan(String text) {
    var scanner = new MessageScanner(text);
    var at = 0;
    while (at < text.length()) {
      at = scanner.step(at);
    }
    return new Message(text, List.copyOf(scanner.groups), scanner.end, scanner.first);
  }

  /// Reads what begins at the position and returns where to go on.
  private int step(int at) {
    var c = text.charAt(at);
    if (Whitespace.isSpace(c)) {
      lineBegun &= c != '\n';
      return at + 1;
    }
    if (c == '`') {
      begun = true;
      lineBegun = true;
      asksForAgent = false;
      return Code.skip(text, at);
    }
    return at == 0 || Whitespace.isSpace(text.charAt(at - 1)) ? word(at) : at + 1;
  }

  private int word(int at) {
    var options = OptionForms.at(new Spot(text, at, leads(), !lineBegun));
    if (options.isPresent()) {
      groups.add(options.get());
      return options.get().place().end();
    }
    var word = new Range(at, Whitespace.nextSpace(text, at));
    if (word.of(text).equals(END_OF_OPTIONS)) {
      end = Optional.of(word);
      return text.length();
    }
    lineBegun = true;
    if (!begun) {
      begun = true;
      first = Optional.of(word);
      asksForAgent = CommandWord.AGENT.word().equalsIgnoreCase(word.of(text));
    } else {
      asksForAgent = false;
    }
    return at + 1;
  }

  /// Whether there is nothing before but options and the word for a new agent.
  private boolean leads() {
    return !begun || asksForAgent;
  }
}
