package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives the options of a message their meaning. A later option beats an earlier one of its name,
/// which is then not looked at.
final class OptionsFinder {

  /// May stand around a value by mistake.
  private static final String WRAPPING = "=`\"'“”„‘’‚<>()[]{}";

  private final List<Finding> findings = new ArrayList<>();
  private final OptionsBuilder options = new OptionsBuilder();

  /// What a message's options come to.
  ///
  /// @param findings in the order of the text
  record Result(Options options, List<Finding> findings) {}

  static Result find(Message message) {
    var finder = new OptionsFinder();
    var last = new EnumMap<OptionName, OptionWord>(OptionName.class);
    message
        .options()
        .filter(word -> !word.misspelt())
        .forEach(word -> last.put(word.option(), word));
    for (var group : message.groups()) {
      finder.findings.addAll(group.doubts());
      group.words().forEach(word -> finder.read(word, !group.doubts().isEmpty(), last));
    }
    var options = finder.options.build();
    Contradictions.in(options).stream()
        .map(sentence -> Finding.of(Finding.literally(sentence)))
        .forEach(finder.findings::add);
    return new Result(options, List.copyOf(finder.findings));
  }

  private static Finding misspelt(OptionWord word) {
    var likely = word.option().key();
    return new Finding(
        Finding.literally(Texts.get("problem.misspelt-option", word.key(), likely)),
        word.name(),
        likely);
  }

  private void read(OptionWord word, boolean doubtful, Map<OptionName, OptionWord> last) {
    if (doubtful && (word.misspelt() || word.value().isEmpty())) {
      return;
    }
    if (word.misspelt()) {
      findings.add(misspelt(word));
    } else if (word.equals(last.get(word.option()))) {
      set(word);
    }
  }

  private void set(OptionWord word) {
    var value = word.value();
    if (!word.option().set(options, value)) {
      findings.add(noValue(word, value));
    }
  }

  private static Finding noValue(OptionWord word, String value) {
    var option = word.option();
    if (Whitespace.isBlank(value)) {
      return Finding.of(
          Finding.literally(Texts.get("problem.no-value", word.key(), option.syntax())));
    }
    if (option == OptionName.REPO && OptionValues.pullRequest(value).isPresent()) {
      return isPullRequest(word, value);
    }
    var sentence =
        Finding.literally(
            Texts.get(
                "problem.wrong-value", word.key(), Quoting.shortened(value), option.expected()));
    return likely(option, value)
        .map(likely -> new Finding(sentence, word.place(), likely))
        .orElseGet(() -> Finding.of(sentence));
  }

  private static Finding isPullRequest(OptionWord word, String value) {
    var key = OptionName.PR.key();
    return new Finding(
        Finding.literally(
            Texts.get("problem.pull-request", word.key(), Quoting.shortened(value), key)),
        word.name(),
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
