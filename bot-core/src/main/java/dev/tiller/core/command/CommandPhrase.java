package dev.tiller.core.command;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message that is nothing but a command: its word or an alias, and what may follow that.
///
/// @param command absent when the word needs more after it
record CommandPhrase(CommandWord word, Optional<Command> command) {

  /// `status #2`, `status 2`, `status of agent 2`.
  private static final Pattern NUMBERED =
      Pattern.compile("(.+?)(?: (?:of|for))?(?: agent)?(?: ?#| )(\\d{1,3})");

  private static final Pattern WITH_WORD = Pattern.compile("(.+) ([\\p{L}\\p{N}][^ =`]{0,59})");

  /// Tasks of one word that look like a misspelt command.
  private static final Set<String> INNOCENT = Set.of("lint");

  /// Shorter words are close to too many others.
  private static final int SHORTEST_MISSPELT = 4;

  /// The command as it is written shortest.
  String shortest() {
    return command.map(CommandPrinter::print).orElseGet(word::word);
  }

  /// The command that the whole message is; its case, final punctuation and manners do not matter.
  static Optional<CommandPhrase> of(String message) {
    var phrase = Phrase.of(message);
    return known(phrase)
        .map(word -> new CommandPhrase(word, word.command()))
        .or(() -> numbered(phrase))
        .or(() -> withWord(phrase));
  }

  /// The command that a phrase is for the agent with a number; empty where it takes none.
  static Optional<Command> of(String message, int agent) {
    return known(Phrase.of(message)).flatMap(word -> word.meaning().of(agent));
  }

  private static Optional<CommandPhrase> numbered(String phrase) {
    return match(NUMBERED, phrase)
        .flatMap(found ->
            known(found.group(1))
                .flatMap(word ->
                    word.meaning()
                        .of(Integer.parseInt(found.group(2)))
                        .map(command -> new CommandPhrase(word, Optional.of(command)))));
  }

  private static Optional<CommandPhrase> withWord(String phrase) {
    return match(WITH_WORD, phrase)
        .flatMap(found ->
            known(found.group(1))
                .flatMap(word ->
                    word.meaning()
                        .of(found.group(2))
                        .map(command -> new CommandPhrase(word, Optional.of(command)))));
  }

  /// The command that the message, a misspelt word and perhaps a number, probably means.
  static Optional<String> resembling(String message) {
    var phrase = Phrase.of(message);
    return match(NUMBERED, phrase)
        .map(found ->
            slip(found.group(1), word -> word.meaning().of(1).isPresent())
                .map(known -> known + " #" + found.group(2)))
        .orElseGet(() -> slip(phrase, _ -> true));
  }

  private static Optional<String> slip(String word, Predicate<CommandWord> fitting) {
    if (word.length() < SHORTEST_MISSPELT || word.contains(" ") || INNOCENT.contains(word)) {
      return Optional.empty();
    }
    return CommandWord.all().stream()
        .filter(fitting)
        .flatMap(command -> command.words().stream())
        .filter(known -> Spelling.isSlip(word, known, 1))
        .findFirst();
  }

  private static Optional<CommandWord> known(String phrase) {
    return CommandWord.all().stream().filter(word -> word.words().contains(phrase)).findFirst();
  }

  private static Optional<Matcher> match(Pattern pattern, String phrase) {
    return Optional.of(pattern.matcher(phrase)).filter(Matcher::matches);
  }
}
