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
        commands(),
        body("@" + botName),
        Optional.empty(),
        List.of(),
        "Options go anywhere in the message. What stands in backticks or after -- is left as it is.");
  }

  private static List<Card.Fact> commands() {
    return CommandWord.all().stream()
        .map(command -> new Card.Fact(command.syntax(), command.description()))
        .toList();
  }

  private static RichText body(String mention) {
    var examples =
        Stream.of(
                "fix the flaky login test",
                "repo=acme/web branch=dev add a dark theme",
                "pr=https://github.com/acme/web/pull/7 answer the review",
                "agent update the changelog")
            .map(example -> item(code(mention + " " + example)));
    var options =
        OptionName.all().stream()
            .map(option -> item(code(option.syntax()), plain(": " + option.description())));
    return new RichText(
        Stream.of(Stream.of(heading("Examples")), examples, Stream.of(heading("Options")), options)
            .<RichText.Block>flatMap(blocks -> blocks)
            .toList());
  }

  private static RichText.Block heading(String text) {
    return new RichText.Heading(List.of(plain(text)));
  }

  private static RichText.Block item(RichText.Span... spans) {
    return new RichText.Item(0, "•", List.of(spans));
  }

  private static RichText.Span plain(String text) {
    return new RichText.Span(text, Set.of());
  }

  private static RichText.Span code(String text) {
    return new RichText.Span(text, Set.of(RichText.Mark.CODE));
  }
}
