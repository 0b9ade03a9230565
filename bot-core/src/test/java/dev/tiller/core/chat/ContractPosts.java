package dev.tiller.core.chat;

import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The messages that [ChatPlatformContract] posts.
final class ContractPosts {

  private ContractPosts() {}

  /// Texts that would notify, link or format if a platform read them as markup; short enough for
  /// the label of a button.
  static final List<String> HOSTILE =
      List.of(
          "<!channel> <!here> <@U1>",
          "<!subteam^S1|@all> <#C1|general>",
          "<https://evil.example|click>",
          "*no bold* _no italic_ ~kept~ `no code`",
          "**no bold** [click](https://evil.example)",
          "# no heading",
          "- no item",
          "> no quote",
          "<at>everyone</at> <b>no bold</b>",
          "&lt;!channel&gt; &amp;amp; & < >");

  static final Card CARD =
      new Card(
          "Pull request ready",
          Card.Tone.SUCCESS,
          "Fix the flaky login test",
          List.of(
              new Card.Fact("Repository", "acme/web"), new Card.Fact("Branch", "cursor/fix-login")),
          new RichText(
              List.of(
                  new RichText.Heading(List.of(span("What changed"))),
                  new RichText.Paragraph(
                      List.of(span("The test waited for "), span("a fixed time", Mark.BOLD))),
                  new RichText.Item(0, "•", List.of(span("outer point"))),
                  new RichText.Item(1, "•", List.of(span("inner point", Mark.ITALIC))),
                  new RichText.Item(0, "1.", List.of(span("numbered point", Mark.CODE))),
                  new RichText.Quote(List.of(span("quoted words", Mark.STRIKE))),
                  new RichText.Code("if (ready) {\n  login();\n}"))),
          Optional.of("Reading the diff"),
          List.of(
              new Button.Link(
                  "View pull request",
                  URI.create("https://github.example/acme/web/pull/7"),
                  Button.Style.PRIMARY),
              new Button.OpenForm("Add follow-up", new ActionKey("follow-up", "run-1")),
              new Button.Press("Stop", new ActionKey("stop", "run-1"), Button.Style.DANGER)),
          "Asked for by Ann · 3 min");

  /// What can be read on [#CARD], piece by piece; platforms differ in what stands between.
  static final List<String> TEXTS =
      List.of(
          "Pull request ready",
          "Fix the flaky login test",
          "Repository",
          "acme/web",
          "Branch",
          "cursor/fix-login",
          "What changed",
          "The test waited for a fixed time",
          "outer point",
          "inner point",
          "numbered point",
          "quoted words",
          "if (ready) {",
          "login();",
          "Reading the diff",
          "Asked for by Ann · 3 min");

  static final List<String> BUTTONS = List.of("View pull request", "Add follow-up", "Stop");

  /// What stands behind a card's menu: all that a button can be.
  static final List<Button> MORE =
      List.of(
          new Button.Press("Archive", new ActionKey("archive", "run-1")),
          new Button.OpenForm("Give feedback", new ActionKey("feedback", "run-1")),
          new Button.Link("Open in Cursor", URI.create("https://cursor.example/agents?id=bc-1")),
          new Button.Press("Delete", new ActionKey("delete", "run-1"), Button.Style.DANGER));

  static final List<String> MORE_LABELS =
      List.of("Archive", "Give feedback", "Open in Cursor", "Delete");

  /// Entries of a menu with these labels.
  static List<Button> more(String... labels) {
    return IntStream.range(0, labels.length)
        .<Button>mapToObj(i -> new Button.Press(labels[i], new ActionKey("do", "thing-" + i)))
        .toList();
  }

  /// The moments on [#DATED], in order.
  static final List<Instant> MOMENTS =
      List.of(Instant.parse("2026-11-22T09:15:00Z"), Instant.parse("2026-11-22T09:20:30Z"));

  /// A card that tells of moments.
  static final Card DATED =
      new Card(
          "Agents here",
          Card.Tone.NEUTRAL,
          "",
          List.of(
              new Card.Fact("Started", "Nov 22, 09:15 UTC", Optional.of(MOMENTS.getFirst())),
              new Card.Fact("Repository", "acme/web")),
          new RichText(
              List.of(
                  new RichText.Paragraph(
                      List.of(
                          span("Waiting since "),
                          new Span(
                              "09:20 UTC",
                              Set.of(Mark.BOLD),
                              Optional.empty(),
                              Optional.of(MOMENTS.getLast())))))),
          Optional.empty(),
          List.of(),
          "");

  /// A form with one field.
  static final Form FORM =
      new Form(
          new ActionKey("send", "m-1"),
          "n-1",
          "Send to Tiller",
          "Send",
          List.of(new Form.TextField("prompt", "What is to be done?", "", "", true, false, 2_000)));

  /// A card that asks for a choice.
  static final Card QUESTION =
      new Card(
              "Which repository?",
              Card.Tone.WAITING,
              "Fix the flaky login test",
              List.of(),
              RichText.EMPTY,
              Optional.empty(),
              List.of(new Button.Press("Cancel", new ActionKey("cancel", "draft-1"))),
              "Only Ann can choose.")
          .with(menu("Choose a repository", List.of(new Choice("acme/web", "acme/web"))));

  /// As many choices as a menu can have, each as long as can be.
  static final List<Choice> MANY =
      IntStream.range(0, 100)
          .mapToObj(i -> "%03d".formatted(i))
          .map(i -> new Choice(i + "v".repeat(147), i + "l".repeat(72)))
          .toList();

  static Menu menu(String label, List<Choice> choices) {
    return new Menu(label, new ActionKey("choose", "draft-1"), choices);
  }

  /// A card with a longer text.
  static Card saying(RichText text) {
    return new Card(
        "Which repository?",
        Card.Tone.WAITING,
        "",
        List.of(),
        text,
        Optional.empty(),
        List.of(),
        "");
  }

  /// A card that says the words in every place where a card can say something.
  static Card saying(String words) {
    return new Card(
        words + " in the title",
        Card.Tone.WORKING,
        words + " in the lead",
        List.of(new Card.Fact(words + " in a name", words + " in a value")),
        new RichText(
            List.of(
                new RichText.Heading(List.of(span(words + " in a heading"))),
                new RichText.Paragraph(List.of(span(words + " in a paragraph"))),
                new RichText.Paragraph(List.of(span(words + " in bold", Mark.BOLD))),
                new RichText.Item(0, "•", List.of(span(words + " in an item"))),
                new RichText.Quote(List.of(span(words + " in a quote"))),
                new RichText.Code(words + " in code"))),
        Optional.of(words + " in the progress"),
        List.of(new Button.Press(words, new ActionKey("stop", "run-1"))),
        words + " in the footnote");
  }

  /// What can be read on the card that says these words.
  static List<String> textsSaying(String words) {
    return Stream.of(
            "the title",
            "the lead",
            "a name",
            "a value",
            "a heading",
            "a paragraph",
            "bold",
            "an item",
            "a quote",
            "code",
            "the progress",
            "the footnote")
        .map(place -> words + " in " + place)
        .toList();
  }

  static Notice notice(Optional<Person> mention, String words) {
    var button =
        new Button.Link("View pull request", URI.create("https://github.example/acme/web/pull/7"));
    return new Notice(mention, RichText.plain(words), List.of(button));
  }

  private static Span span(String text, Mark... marks) {
    return new Span(text, Set.of(marks));
  }
}
