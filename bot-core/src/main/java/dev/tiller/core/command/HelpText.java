package dev.tiller.core.command;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.RichText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The answer to `help`, made from the tables of commands and options.
public final class HelpText {

  private HelpText() {}

  /// @param botName how people mention the bot, without `@`
  public static Card card(String botName) {
    return new Card(
        "What I can do",
        Card.Tone.NEUTRAL,
        "Mention me with a task, and a Cursor agent works on it. Mention me again in the thread to"
            + " tell it more.",
        facts(),
        examples("@" + botName),
        Optional.empty(),
        List.of(),
        "Options go anywhere in the message. What stands in backticks or after -- is left as it is.");
  }

  private static List<Card.Fact> facts() {
    return Stream.concat(
            CommandWord.all().stream()
                .map(command -> new Card.Fact(command.syntax(), command.description())),
            OptionName.all().stream()
                .map(option -> new Card.Fact(option.syntax(), option.description())))
        .toList();
  }

  private static RichText examples(String mention) {
    return new RichText(
        Stream.of(
                "fix the flaky login test",
                "repo=acme/web branch=dev add a dark theme",
                "agent update the changelog")
            .<RichText.Block>map(example -> item(mention + " " + example))
            .toList());
  }

  private static RichText.Item item(String example) {
    return new RichText.Item(
        0, "•", List.of(new RichText.Span(example, Set.of(RichText.Mark.CODE))));
  }
}
