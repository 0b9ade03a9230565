package dev.tiller.core.command;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.WordsEdit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes commands as messages: [Grammar#parse] of what is printed gives the command back.
public final class CommandPrinter {

  private CommandPrinter() {}

  /// The command as a person could write it. Holds for commands that the grammar made, and for any
  /// others whose values it could have read.
  public static String print(Command command) {
    return switch (command) {
      case Command.Ask(var prompt, var options) -> task(command, "", options, prompt);
      case Command.NewAgent(var prompt, var options) ->
          task(command, CommandWord.AGENT.word() + " ", options, prompt);
      case Command.FollowUp(var agent, var prompt, var options) ->
          task(command, "#" + agent + " ", options, prompt);
      case Command.Help() -> CommandWord.HELP.word();
      case Command.ShowFeedback() -> CommandWord.FEEDBACK.word();
      case Command.Stop(var agent) -> CommandWord.STOP.word() + number(agent);
      case Command.StopAll() -> CommandWord.STOP_ALL.word();
      case Command.Queue(var agent) -> CommandWord.QUEUE.word() + number(agent);
      case Command.AboutAgent(var topic, var agent) ->
          word(new Command.AboutAgent(topic, Optional.empty())) + number(agent);
      case Command.Lookup(var topic, var filter) ->
          (word(new Command.Lookup(topic, "")) + " " + filter).strip();
      case Command.Explain(var request) -> request.isEmpty() ? "explain" : "explain: " + request;
      case Command.Settings(var scope, var changes) ->
          CommandWord.SETTINGS.word()
              + scope.map(its -> " " + its.word()).orElse("")
              + changes.stream().map(CommandPrinter::change).collect(Collectors.joining());
      case Command.Words(var edit) -> edit(edit);
      case Command.Give(var agent, var to) -> CommandWord.GIVE.word() + number(agent) + " @" + to;
      case Command.Listen _, Command.Why _ -> word(command);
      case Command.Unclear(_, var text) -> text;
      case Command.Nothing() -> "";
    };
  }

  private static String change(SettingChange change) {
    return " " + word(change.name().key(), change.value().orElse("unset"));
  }

  private static String edit(WordsEdit edit) {
    var word = word(new Command.Words(new WordsEdit.Show(edit.kind())));
    return switch (edit) {
      case WordsEdit.Show _ -> word;
      case WordsEdit.Add(_, var words, var repository) ->
          word + " add " + WordsForm.quoted(words) + " " + address(repository);
      case WordsEdit.Remove(_, var words) -> word + " remove " + WordsForm.quoted(words);
    };
  }

  private static String word(Command alone) {
    return CommandWord.all().stream()
        .filter(word -> word.command().equals(Optional.of(alone)))
        .map(CommandWord::word)
        .findFirst()
        .orElseThrow();
  }

  private static String number(Optional<Integer> agent) {
    return agent.map(number -> " #" + number).orElse("");
  }

  /// With `--` before the prompt only where the prompt would be read as something else.
  private static String task(Command command, String agent, Options options, String prompt) {
    var start = agent + words(options).map(word -> word + " ").collect(Collectors.joining());
    var plain = start + prompt;
    return Grammar.parse(plain).equals(command) ? plain : start + "-- " + prompt;
  }

  private static Stream<String> words(Options options) {
    return Stream.of(
            repositories(options).map(list -> word(OptionName.REPO, list)),
            options.repositoryName().map(name -> word(OptionName.REPO, name)),
            options.pullRequest().map(request -> word(OptionName.PR, request.url().toString())),
            options.branch().map(branch -> word(OptionName.BRANCH, branch.toString())),
            options.model().map(model -> word(OptionName.MODEL, model.toString())),
            options.autoPr().map(answer -> word(OptionName.AUTOPR, answer(answer))),
            options.mode().map(mode -> word(OptionName.MODE, mode.word())),
            options.currentBranch().map(answer -> word(OptionName.CURRENT_BRANCH, answer(answer))),
            options.machine().map(name -> word(OptionName.MACHINE, name)),
            options.pool().map(name -> word(OptionName.POOL, name)),
            options.selfHosted().map(answer -> word(OptionName.SELF_HOSTED, answer(answer))),
            options.context().map(choice -> word(OptionName.CONTEXT, choice.written())))
        .flatMap(Optional::stream);
  }

  private static Optional<String> repositories(Options options) {
    return Optional.of(options.repositories())
        .filter(list -> !list.isEmpty())
        .map(list -> list.stream().map(CommandPrinter::address).collect(Collectors.joining(",")));
  }

  private static String answer(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static String address(Repository repository) {
    var shortest = repository.display();
    return Repository.parse(shortest).equals(Optional.of(repository))
        ? shortest
        : repository.url().toString();
  }

  /// Quoted where punctuation at the end would not be taken for a part of the value.
  private static String word(OptionName option, String value) {
    return word(option.key(), value);
  }

  private static String word(String key, String value) {
    var last = value.charAt(value.length() - 1);
    return key + "=" + (Character.isLetterOrDigit(last) ? value : '"' + value + '"');
  }
}
