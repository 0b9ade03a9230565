package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a message says as it stands.
sealed interface Reading {

  record Clear(Command command) implements Reading {}

  /// @param findings in the order of the text; at least one
  record Doubtful(List<Finding> findings) implements Reading {}

  static Reading of(String text) {
    if (Whitespace.isBlank(text)) {
      return new Clear(new Command.Nothing());
    }
    return CommandPhrase.of(text)
        .map(Reading::ofCommand)
        .or(() -> NumberForm.of(text))
        .or(() -> ExplainForm.of(text).map(Clear::new))
        .or(() -> GiveForm.of(text).map(Clear::new))
        .or(() -> SettingsForm.of(text))
        .or(() -> WordsForm.of(text))
        .or(() -> CommandPhrase.resembling(text).map(likely -> ofMisspelt(text, likely)))
        .orElseGet(() -> ofTask(MessageScanner.scan(text)));
  }

  private static Reading ofCommand(CommandPhrase written) {
    var word = written.word();
    var needsMore = Texts.get("problem.needs-more", word.word(), word.syntax());
    return written
        .command()
        .<Reading>map(Clear::new)
        .orElseGet(() -> new Doubtful(List.of(Finding.of(needsMore))));
  }

  private static Reading ofMisspelt(String text, String likely) {
    return new Doubtful(List.of(new Finding(misspelt(text, likely), whole(text), likely)));
  }

  private static String misspelt(String text, String likely) {
    return Texts.get("problem.misspelt-command", Quoting.shortened(Whitespace.strip(text)), likely);
  }

  private static Reading ofTask(Message message) {
    var found = OptionsFinder.find(message);
    var prompt = message.prompt();
    var findings = new ArrayList<>(found.findings());
    if (prompt.isEmpty()) {
      findings.add(Finding.of(Texts.get("problem.no-task")));
    } else if (findings.isEmpty() && message.end().isEmpty()) {
      CommandPhrase.of(prompt)
          .map(written -> ofDecorated(message, written.shortest()))
          .or(() -> ofMisspeltHead(message, prompt))
          .or(() -> ofSetting(message, prompt))
          .ifPresent(findings::add);
    }
    if (!findings.isEmpty()) {
      return new Doubtful(findings);
    }
    return new Clear(
        message.agentWord().isPresent()
            ? new Command.NewAgent(prompt, found.options())
            : new Command.Ask(prompt, found.options()));
  }

  /// A command word with options, or after the word for a new agent.
  private static Finding ofDecorated(Message message, String command) {
    var sentence = Texts.get("problem.stands-alone", command, command);
    return new Finding(sentence, whole(message.text()), command);
  }

  /// `setings repo=acme/web`.
  private static Optional<Finding> ofMisspeltHead(Message message, String prompt) {
    return CommandPhrase.resembling(prompt)
        .filter(_ -> !message.groups().isEmpty())
        .flatMap(likely ->
            message.first().map(place -> new Finding(misspelt(prompt, likely), place, likely)));
  }

  /// `set repo=acme/web`.
  private static Optional<Finding> ofSetting(Message message, String prompt) {
    var settings = CommandWord.SETTINGS.word();
    return message
        .first()
        .filter(_ -> prompt.equalsIgnoreCase("set") || prompt.equalsIgnoreCase("use"))
        .map(place -> new Finding(Texts.get("problem.setting", settings), place, settings));
  }

  private static Range whole(String text) {
    return new Range(0, text.length());
  }
}
