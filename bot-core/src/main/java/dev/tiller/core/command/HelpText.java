package dev.tiller.core.command;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The answer to `help`, made from the tables of commands and options.
public final class HelpText {

  private HelpText() {}

  /// @param mention how people mention the bot, such as `@tiller`
  public static Card card(String mention) {
    return new Card(
        Texts.get("help.title"),
        Card.Tone.NEUTRAL,
        Texts.get("help.lead"),
        List.of(),
        new RichText(
            Stream.of(examples(mention), commands(), options()).flatMap(List::stream).toList()),
        Optional.empty(),
        List.of(),
        Texts.get("help.foot"));
  }

  private static List<RichText.Block> examples(String mention) {
    return Stream.of(
            Texts.get("help.example-fix"),
            Texts.get("help.example-options"),
            Texts.get("help.example-pr"),
            Texts.get("help.example-agent"))
        .<RichText.Block>map(example -> item(mention + " " + example))
        .toList();
  }

  private static List<RichText.Block> commands() {
    var rows = CommandWord.all().stream().map(word -> row(word.syntax(), word.description()));
    return List.of(heading(Texts.get("help.commands")), lines(rows.toList()));
  }

  private static List<RichText.Block> options() {
    var rows = OptionName.all().stream().map(option -> row(option.syntax(), option.description()));
    return List.of(heading(Texts.get("help.options")), lines(rows.toList()));
  }

  private static List<Span> row(String syntax, String description) {
    return List.of(code(syntax), new Span(": " + description, Set.of()));
  }

  /// The rows as lines of one paragraph, which platforms show closer together than a list.
  private static RichText.Paragraph lines(List<List<Span>> rows) {
    var spans = new ArrayList<Span>();
    for (var row : rows) {
      if (!spans.isEmpty()) {
        var last = spans.removeLast();
        spans.add(new Span(last.text() + "\n", last.marks()));
      }
      spans.addAll(row);
    }
    return new RichText.Paragraph(spans);
  }

  private static RichText.Heading heading(String text) {
    return new RichText.Heading(List.of(new Span(text, Set.of())));
  }

  private static RichText.Item item(String example) {
    return new RichText.Item(0, "•", List.of(code(example)));
  }

  private static Span code(String text) {
    return new Span(text, Set.of(Mark.CODE));
  }
}
