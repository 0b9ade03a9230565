package dev.tiller.core.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The table of commands: messages that consist of one of these words and nothing else, and the
/// word that begins a task for a new agent. Help texts are made from it.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable, its commands are values
public enum CommandWord {
  AGENT(
      List.of("agent"),
      "agent <task>",
      "starts another agent in a thread that already has one",
      Optional.empty()),

  HELP(
      List.of("help", "?", "commands", "usage", "--help"),
      "help",
      "shows this",
      Optional.of(new Command.Help())),

  LIST(
      List.of("list", "agents", "list agents"),
      "list",
      "lists the agents",
      Optional.of(new Command.ListAgents())),

  STATUS(
      List.of("status", "progress"),
      "status",
      "says how the thread's agent is doing",
      Optional.of(new Command.Status())),

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
          "agent stop"),
      "stop",
      "stops the thread's agent",
      Optional.of(new Command.Stop()));

  /// Tasks of one word that look like a misspelt command.
  private static final Set<String> INNOCENT = Set.of("lint");

  /// Shorter words are close to too many others.
  private static final int SHORTEST_MISSPELT = 4;

  private final List<String> words;
  private final String syntax;
  private final String description;
  private final Optional<Command> command;

  CommandWord(List<String> words, String syntax, String description, Optional<Command> command) {
    this.words = words;
    this.syntax = syntax;
    this.description = description;
    this.command = command;
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

  /// How it is written, for example `agent <task>`.
  public String syntax() {
    return syntax;
  }

  /// What it does, in a few words without a full stop.
  public String description() {
    return description;
  }

  /// What it means alone; empty for a word that needs more after it.
  Optional<Command> command() {
    return command;
  }

  /// The command that the whole message is; its case, final punctuation and manners do not matter.
  static Optional<CommandWord> written(String message) {
    var phrase = Phrase.of(message);
    return all().stream().filter(command -> command.words.contains(phrase)).findFirst();
  }

  /// The word or alias that the message, one misspelt word, probably means.
  static Optional<String> resembling(String message) {
    var word = Phrase.of(message);
    if (word.length() < SHORTEST_MISSPELT || word.contains(" ") || INNOCENT.contains(word)) {
      return Optional.empty();
    }
    return all().stream()
        .flatMap(command -> command.words.stream())
        .filter(known -> Spelling.isSlip(word, known, 1))
        .findFirst();
  }
}
