package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `#2 also add tests`: a task for one of the thread's agents.
final class NumberForm {

  private static final Pattern NUMBERED =
      Pattern.compile("\\s*#(\\d{1,3})[:,]?(?=\\s|$)", Pattern.UNICODE_CHARACTER_CLASS);

  private NumberForm() {}

  /// Empty for a message that does not begin with a number.
  static Optional<Reading> of(String text) {
    var found = NUMBERED.matcher(text);
    if (!found.lookingAt()) {
      return Optional.empty();
    }
    int agent = Integer.parseInt(found.group(1));
    var rest = text.substring(found.end());
    if (Whitespace.isBlank(rest)) {
      return Optional.of(doubtful(Texts.get("queue.nothing-after-number", agent)));
    }
    return Optional.of(
        CommandPhrase.of(rest, agent)
            .<Reading>map(Reading.Clear::new)
            .orElseGet(() -> task(agent, " ".repeat(found.end()) + rest)));
  }

  /// @param text the message with spaces for the number, so that places in it stay right
  private static Reading task(int agent, String text) {
    return switch (Reading.of(text)) {
      case Reading.Clear(Command.Ask(var prompt, var options)) ->
          new Reading.Clear(new Command.FollowUp(agent, unindented(text, prompt), options));
      case Reading.Clear(Command.NewAgent _) ->
          doubtful(Texts.get("queue.number-and-agent", agent));
      case Reading.Clear _ -> doubtful(Texts.get("queue.number-and-command", agent));
      case Reading.Doubtful doubtful -> doubtful;
    };
  }

  /// What stands on the number's line is not indented.
  private static String unindented(String text, String prompt) {
    int line = text.indexOf('\n');
    return line < 0 || !Whitespace.isBlank(text.substring(0, line))
        ? prompt.stripLeading()
        : prompt;
  }

  private static Reading doubtful(String sentence) {
    return new Reading.Doubtful(List.of(Finding.of(sentence)));
  }
}
