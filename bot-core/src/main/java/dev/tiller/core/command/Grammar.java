package dev.tiller.core.command;

import dev.tiller.core.chat.Addressing.Mentioned;
import java.util.List;
import java.util.Optional;

/// Reads messages: text to [Command]. Takes any text, in time proportional to its length.
///
/// A message is a command, or a task with options anywhere in it. Options are words of the form
/// `key=value`, but not inside code and not after the word `--`. They are taken out; the rest is
/// the prompt, as it was written.
public final class Grammar {

  /// More problems than these are not told of one message.
  public static final int MOST_PROBLEMS = 5;

  private Grammar() {}

  /// @param text the message, with the platform's markup undone and every mention of the bot
  ///   removed
  public static Command parse(String text) {
    return switch (Reading.of(text)) {
      case Reading.Clear(var command) -> command;
      case Reading.Doubtful(var findings) -> unclear(text, findings);
    };
  }

  /// The same for a message that mentions people. Where a command is about people they stand in it
  /// by their ids; everything else is as it was written.
  ///
  /// @param others the people, in the order of the text
  public static Command parse(String text, List<Mentioned> others) {
    var plain = parse(text);
    if (others.isEmpty()) {
      return plain;
    }
    var named = parse(MentionedPeople.byId(text, others));
    return named instanceof Command.Settings || named instanceof Command.Give ? named : plain;
  }

  private static Command.Unclear unclear(String text, List<Finding> findings) {
    var suggestion =
        Optional.of(corrected(text, findings))
            .filter(corrected -> Reading.of(corrected) instanceof Reading.Clear);
    var problems =
        findings.stream()
            .map(finding ->
                new Problem(finding.sentence(), finding.correction().flatMap(_ -> suggestion)))
            .distinct()
            .limit(MOST_PROBLEMS)
            .toList();
    return new Command.Unclear(problems, text);
  }

  private static String corrected(String text, List<Finding> findings) {
    var corrections = findings.stream().flatMap(finding -> finding.correction().stream()).toList();
    var result = new StringBuilder(text.length());
    var at = 0;
    for (var correction : corrections) {
      result.append(text, at, correction.place().start()).append(correction.replacement());
      at = correction.place().end();
    }
    return result.append(text, at, text.length()).toString();
  }
}
