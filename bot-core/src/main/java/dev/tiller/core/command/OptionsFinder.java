package dev.tiller.core.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Gives the options of a message their meaning. A later option beats an earlier one of its name,
/// which is then not looked at.
final class OptionsFinder {

  /// How to say literally what looks like an option.
  private static final String LITERALLY =
      " If it is part of the task, put it in backticks, or write -- before the task.";

  /// May stand around a value by mistake.
  private static final String WRAPPING = "=`\"'“”„‘’‚<>()[]{}";

  private final String text;
  private final List<Finding> findings = new ArrayList<>();
  private final OptionsBuilder options = new OptionsBuilder();

  private OptionsFinder(String text) {
    this.text = text;
  }

  /// What a message's options come to.
  ///
  /// @param findings in the order of the text
  record Result(Options options, List<Finding> findings) {}

  static Result find(Message message) {
    var finder = new OptionsFinder(message.text());
    var last = new EnumMap<OptionName, OptionWord>(OptionName.class);
    message.options().stream()
        .filter(word -> !word.misspelt())
        .forEach(word -> last.put(word.option(), word));
    for (var word : message.options()) {
      if (word.misspelt()) {
        finder.findings.add(misspelt(word));
      } else if (word.equals(last.get(word.option()))) {
        finder.set(word);
      }
    }
    var options = finder.options.build();
    Contradictions.in(options).stream()
        .map(sentence -> Finding.of(sentence + LITERALLY))
        .forEach(finder.findings::add);
    return new Result(options, List.copyOf(finder.findings));
  }

  private static Finding misspelt(OptionWord word) {
    var likely = word.option().key();
    return new Finding(
        "There is no option " + word.key() + "=. Did you mean " + likely + "=?" + LITERALLY,
        name(word),
        likely);
  }

  private static Range name(OptionWord word) {
    var start = word.place().start();
    return new Range(start, start + word.key().length());
  }

  private void set(OptionWord word) {
    var value = word.value().of(text);
    if (!word.option().set(options, value)) {
      findings.add(noValue(word, value));
    }
  }

  private static Finding noValue(OptionWord word, String value) {
    var option = word.option();
    if (Whitespace.isBlank(value)) {
      return Finding.of(
          "%s= has no value. Write %s, with no space after the =."
                  .formatted(word.key(), option.syntax())
              + LITERALLY);
    }
    if (option == OptionName.REPO && OptionValues.pullRequest(value).isPresent()) {
      return isPullRequest(word, value);
    }
    var sentence =
        "%s=%s is not %s".formatted(word.key(), Quoting.shortened(value), option.expected())
            + LITERALLY;
    return likely(option, value)
        .map(likely -> new Finding(sentence, word.value(), likely))
        .orElseGet(() -> Finding.of(sentence));
  }

  private static Finding isPullRequest(OptionWord word, String value) {
    var key = OptionName.PR.key();
    return new Finding(
        "%s=%s is a pull request. Did you mean %s=?"
                .formatted(word.key(), Quoting.shortened(value), key)
            + LITERALLY,
        name(word),
        key);
  }

  private static Optional<String> likely(OptionName option, String value) {
    return option
        .resemblingChoice(value)
        .or(() -> unwrapped(value).filter(inner -> option.set(new OptionsBuilder(), inner)));
  }

  /// The value without the quotes or brackets that it begins with and those at its end.
  private static Optional<String> unwrapped(String value) {
    var start = 0;
    var end = value.length();
    while (start < end && WRAPPING.indexOf(value.charAt(start)) >= 0) {
      start++;
    }
    while (start > 0 && end > start && WRAPPING.indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return start > 0 ? Optional.of(value.substring(start, end)) : Optional.empty();
  }
}
