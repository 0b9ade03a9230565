package dev.tiller.core.command;

import dev.tiller.core.settings.WordsEdit;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// The table of commands: messages that consist of one of these words and perhaps the number of an
/// agent, and the word that begins a task for a new agent. Help texts are made from it.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable, its meanings are values
public enum CommandWord {
  AGENT(List.of("agent"), "agent <task>", "command.agent", new Meaning.BeginsTask()),

  STATUS(
      List.of("status", "progress", "show status", "how is it going"),
      "status [#2]",
      "command.status",
      new Meaning.IsAboutAgent(Topic.STATUS)),

  STOP(
      List.of(
          "stop",
          "cancel",
          "abort",
          "stop it",
          "stop now",
          "cancel it",
          "stop agent",
          "stop the agent",
          "cancel the run",
          "stop the run",
          "stop run",
          "cancel the agent",
          "cancel agent",
          "cancel run",
          "agent stop"),
      "stop [#2]",
      "command.stop",
      new Meaning.StopsAgent()),

  STOP_ALL(
      List.of(
          "stop all",
          "stop all agents",
          "stop all my agents",
          "stop everything",
          "cancel all",
          "cancel everything"),
      "stop all",
      "command.stop-all",
      new Meaning.Alone(new Command.StopAll())),

  QUEUE(
      List.of("queue", "show queue", "show the queue", "what waits", "queued"),
      "queue [#2]",
      "command.queue",
      new Meaning.ShowsQueue()),

  CONVERSATION(
      List.of("conversation", "transcript", "history", "show conversation", "show transcript"),
      "conversation [#2]",
      "command.conversation",
      new Meaning.IsAboutAgent(Topic.CONVERSATION)),

  USAGE(
      List.of("usage", "cost", "costs", "tokens", "show usage"),
      "usage [#2]",
      "command.usage",
      new Meaning.IsAboutAgent(Topic.USAGE)),

  ARTIFACTS(
      List.of("artifacts", "artifact", "files", "screenshots", "show artifacts"),
      "artifacts [#2]",
      "command.artifacts",
      new Meaning.IsAboutAgent(Topic.ARTIFACTS)),

  ARTIFACTS_ALL(
      List.of("artifacts all", "all artifacts", "show all artifacts", "show screenshots"),
      "artifacts all [#2]",
      "command.artifacts-all",
      new Meaning.IsAboutAgent(Topic.SHOW_ARTIFACTS)),

  ARCHIVE(
      List.of("archive", "archive it", "archive agent", "archive the agent", "archive this"),
      "archive [#2]",
      "command.archive",
      new Meaning.IsAboutAgent(Topic.ARCHIVE)),

  UNARCHIVE(
      List.of("unarchive", "unarchive it", "unarchive agent", "unarchive the agent", "restore"),
      "unarchive [#2]",
      "command.unarchive",
      new Meaning.IsAboutAgent(Topic.UNARCHIVE)),

  DELETE(
      List.of("delete", "delete it", "delete agent", "delete the agent", "delete this"),
      "delete [#2]",
      "command.delete",
      new Meaning.IsAboutAgent(Topic.DELETE)),

  GIVE(List.of("give"), "give [#2] @person", "command.give", new Meaning.NeedsMore()),

  MUTE(
      List.of("mute", "mute thread", "mute this thread", "stop listening"),
      "mute",
      "command.mute",
      new Meaning.Alone(new Command.Listen(false))),

  UNMUTE(
      List.of("unmute", "unmute thread", "unmute this thread", "start listening"),
      "unmute",
      "command.unmute",
      new Meaning.Alone(new Command.Listen(true))),

  WHY(
      List.of("why", "why not", "why is that"),
      "why",
      "command.why",
      new Meaning.Alone(new Command.Why())),

  LIST(
      List.of("list", "agents", "list agents", "my agents", "list my agents", "show agents"),
      "list [running|waiting|done]",
      "command.list",
      new Meaning.Lists(Topic.LIST)),

  LIST_HERE(
      List.of("list here", "list channel", "agents here"),
      "list here [running|waiting|done]",
      "command.list-here",
      new Meaning.Lists(Topic.LIST_HERE)),

  LIST_ALL(
      List.of("list all", "all agents", "list all agents", "show all agents"),
      "list all [running|waiting|done]",
      "command.list-all",
      new Meaning.Lists(Topic.LIST_ALL)),

  MODELS(
      List.of("models", "list models", "model list", "show models"),
      "models [word]",
      "command.models",
      new Meaning.LooksUp(Topic.MODELS, true)),

  REPOSITORIES(
      List.of("repositories", "repos", "list repositories", "list repos", "show repos"),
      "repos [word]",
      "command.repos",
      new Meaning.LooksUp(Topic.REPOSITORIES, true)),

  EXPLAIN(
      List.of("explain", "dry run", "dry-run"),
      "explain: <task>",
      "command.explain",
      new Meaning.Alone(new Command.Explain(""))),

  SETTINGS(
      List.of("settings", "show settings", "preferences", "defaults"),
      "settings [me|channel|workspace] [repo=acme/web]",
      "command.settings",
      new Meaning.Alone(new Command.Settings(Optional.empty(), List.of()))),

  RULES(
      List.of("rules", "list rules", "show rules", "rules list", "keyword rules"),
      "rules [add frontend acme/web]",
      "command.rules",
      new Meaning.Alone(new Command.Words(new WordsEdit.Show(WordsEdit.Kind.RULE)))),

  ALIASES(
      List.of("aliases", "list aliases", "show aliases", "aliases list"),
      "aliases [add site acme/web]",
      "command.aliases",
      new Meaning.Alone(new Command.Words(new WordsEdit.Show(WordsEdit.Kind.ALIAS)))),

  WHO_AM_I(
      List.of("whoami", "me", "who am i", "who are you"),
      "whoami",
      "command.whoami",
      new Meaning.LooksUp(Topic.WHO_AM_I, false)),

  FEEDBACK(
      List.of("feedback", "show feedback"),
      "feedback",
      "command.feedback",
      new Meaning.Alone(new Command.ShowFeedback())),

  HELP(
      List.of("help", "?", "commands", "--help"),
      "help",
      "command.help",
      new Meaning.Alone(new Command.Help()));

  private final List<String> words;
  private final String syntax;
  private final String key;
  private final Meaning meaning;

  CommandWord(List<String> words, String syntax, String key, Meaning meaning) {
    this.words = words;
    this.syntax = syntax;
    this.key = key;
    this.meaning = meaning;
  }

  /// All commands, in the order in which help shows them.
  public static List<CommandWord> all() {
    return List.of(values());
  }

  /// The word itself, in lower case.
  public String word() {
    return words.getFirst();
  }

  /// Other messages that mean the same, in lower case.
  public List<String> aliases() {
    return words.subList(1, words.size());
  }

  /// How it is written, for example `agent <task>`; what may be left out stands in brackets.
  public String syntax() {
    return syntax;
  }

  /// What it does, in a few words without a full stop.
  public String description() {
    return Texts.get(key);
  }

  /// What it means alone; empty for a word that needs more after it.
  Optional<Command> command() {
    return meaning.alone();
  }

  Meaning meaning() {
    return meaning;
  }

  /// All that people may write for it.
  List<String> words() {
    return words;
  }
}
