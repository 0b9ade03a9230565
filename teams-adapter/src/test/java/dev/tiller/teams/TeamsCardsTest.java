package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Menu;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsCardsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**bold** _it_ `code` [link](https://evil.example)",
        "<at>everyone</at> <b>x</b> &lt;i&gt;",
        "# heading",
        "{\"type\": \"Action.OpenUrl\"}"
      })
  void dataStandsInTextRunsOnly(String hostile) {
    var card = TeamsCards.card(saying(hostile));

    assertThat(card.findValues("text")).hasSizeGreaterThanOrEqualTo(10);
    assertThat(card.findValuesAsText("type")).doesNotContain("TextBlock", "FactSet");
    for (var run : card.findParents("text")) {
      assertThat(run.path("type").asText()).isEqualTo("TextRun");
    }
    assertThat(card.findValuesAsText("text").stream().filter(hostile::equals)).hasSize(10);
    assertThat(card.path("actions").path(0).path("title").asText()).isEqualTo(hostile);
  }

  @Test
  void aLinkIsAnActionOfItsTextRun() {
    var span =
        new RichText.Span("open thread", Set.of(), Optional.of(URI.create("https://x.example/1")));
    var text = new RichText(List.of(new RichText.Heading(List.of(span))));
    var card =
        new Card("t", Card.Tone.NEUTRAL, "", List.of(), text, Optional.empty(), List.of(), "");

    var run = TeamsCards.card(card).findParents("selectAction").getFirst();

    assertThat(run.path("text").asText()).isEqualTo("open thread");
    assertThat(run.path("selectAction").path("type").asText()).isEqualTo("Action.OpenUrl");
    assertThat(run.path("selectAction").path("url").asText()).isEqualTo("https://x.example/1");
  }

  @Test
  void dateMarkupOfTextRunsIsBroken() {
    var card = TeamsCards.card(saying("{{DATE(2017-02-14T06:08:39Z)}} {{x}}"));

    assertThat(card.findValuesAsText("text"))
        .contains("{\u2060{DATE(2017-02-14T06:08:39Z)}} {{x}}")
        .noneMatch(text -> text.contains("{{DATE("));
  }

  @Test
  void everyCardIsOfVersionOneFiveAndFullWidth() {
    var card = TeamsCards.card(saying("x"));

    assertThat(card.path("version").asText()).isEqualTo("1.5");
    assertThat(card.path("msteams").path("width").asText()).isEqualTo("Full");
  }

  @ParameterizedTest
  @CsvSource({
    "NEUTRAL, emphasis",
    "WORKING, accent",
    "WAITING, warning",
    "SUCCESS, good",
    "FAILURE, attention"
  })
  void theToneColoursTheHeaderAndTheWordsStayTheTitles(Card.Tone tone, String style) {
    var header = TeamsCards.card(toned(tone)).path("body").path(0);

    assertThat(header.path("style").asText()).isEqualTo(style);
    assertThat(header.findValuesAsText("text")).endsWith("the title");
  }

  @Test
  void buttonsBecomeTheActionsOfTheirKind() {
    var actions =
        TeamsCards.buttons(
                List.of(
                    new Button.Link(
                        "View", URI.create("https://x.example/ä"), Button.Style.PRIMARY),
                    new Button.Press("Stop", new ActionKey("stop", "run:1"), Button.Style.DANGER),
                    new Button.OpenForm("Add", new ActionKey("follow-up", "run:1"))))
            .path("actions");

    assertThat(actions)
        .hasToString(
            "[{\"type\":\"Action.OpenUrl\",\"title\":\"View\",\"style\":\"positive\","
                + "\"url\":\"https://x.example/%C3%A4\"},"
                + "{\"type\":\"Action.Execute\",\"title\":\"Stop\",\"style\":\"destructive\","
                + "\"verb\":\"stop\",\"data\":{\"key\":\"stop:run:1\"}},"
                + "{\"type\":\"Action.Submit\",\"title\":\"Add\","
                + "\"data\":{\"key\":\"follow-up:run:1\",\"msteams\":{\"type\":\"task/fetch\"}}}]");
  }

  @Test
  void whatIsWantedLessOftenIsSecondaryAndAsksForNoChoice() {
    var more =
        List.<Button>of(
            new Button.OpenForm("Feedback", new ActionKey("feedback", "r-1")),
            new Button.Link("Open", URI.create("https://x.example/")));
    var menu = new Menu("Which?", new ActionKey("choose", "d-1"), List.of());

    assertThat(TeamsCards.card(saying("x").with(more).with(menu)).path("actions").toString())
        .endsWith(
            ",{\"type\":\"Action.Submit\",\"title\":\"Feedback\","
                + "\"data\":{\"key\":\"feedback:r-1\",\"msteams\":{\"type\":\"task/fetch\"}},"
                + "\"mode\":\"secondary\",\"associatedInputs\":\"none\"},"
                + "{\"type\":\"Action.OpenUrl\",\"title\":\"Open\",\"url\":\"https://x.example/\","
                + "\"mode\":\"secondary\"}]");
  }

  @Test
  void aMomentIsLeftToTheReadersClient() {
    var moment = Optional.of(Instant.parse("2026-11-22T09:15:30.25Z"));
    var card =
        new Card(
            "t",
            Card.Tone.NEUTRAL,
            "",
            List.of(new Card.Fact("Since {{DATE(2017-02-14T06:08:39Z)}}", "9:15", moment)),
            new RichText(
                List.of(
                    new RichText.Heading(
                        List.of(new Span("9:15", Set.of(), Optional.empty(), moment))))),
            Optional.empty(),
            List.of(),
            "");

    var shown = "{{DATE(2026-11-22T09:15:30Z, SHORT)}} {{TIME(2026-11-22T09:15:30Z)}}";
    assertThat(TeamsCards.card(card).findParents("text"))
        .filteredOn(it -> it.path("text").asText().contains("{{DATE("))
        .hasToString(
            ("[{\"type\":\"TextBlock\",\"text\":\"%1$s\",\"wrap\":true}, "
                    + "{\"type\":\"TextRun\",\"text\":\"%1$s\",\"weight\":\"Bolder\"}]")
                .formatted(shown));
  }

  @Test
  void formattingIsKeptAndLinesStayLines() {
    var body =
        new RichText(
            List.of(
                new RichText.Paragraph(
                    List.of(
                        new Span("one ", Set.of()),
                        new Span("two\n\nthree", Set.of(Mark.BOLD, Mark.ITALIC)),
                        new Span(" four", Set.of(Mark.STRIKE, Mark.CODE)))),
                new RichText.Code("if (a)\n\t  b();")));

    var elements = TeamsElements.text(body);

    assertThat(elements.subList(0, 3))
        .map(TeamsCardsTest::plain)
        .containsExactly("one two", "\u00a0", "three four");
    assertThat(elements.getFirst().path("inlines").path(1))
        .hasToString(
            "{\"type\":\"TextRun\",\"text\":\"two\",\"weight\":\"Bolder\",\"italic\":true}");
    assertThat(elements.get(2).path("inlines").path(1).path("strikethrough").asBoolean()).isTrue();
    assertThat(elements.get(2).path("inlines").path(1).path("fontType").asText())
        .isEqualTo("Monospace");
    assertThat(elements.get(3).path("items"))
        .map(TeamsCardsTest::plain)
        .containsExactly("if (a)", "\u00a0".repeat(6) + "b();");
  }

  @Test
  void aLongBodyIsCutAndTheCardSaysSo() {
    var lines = IntStream.range(0, 5_000).mapToObj(n -> paragraph("line \"" + n + "\"")).toList();
    var card = TeamsCards.card(with(new RichText(lines)));

    assertThat(card.toString().length()).isBetween(10_000, TeamsCut.MESSAGE);
    assertThat(card.findValuesAsText("text"))
        .contains("line \"0\"", "line \"50\"", TeamsCut.note(), "the footnote")
        .doesNotContain("line \"4999\"");
  }

  @Test
  void aSingleLongParagraphIsCutWithin() {
    var card = TeamsCards.card(with(RichText.plain("\"é\n😀".repeat(50_000))));

    assertThat(card.toString().length()).isBetween(5_000, TeamsCut.MESSAGE);
    assertThat(card.findValuesAsText("text")).contains("\"é", TeamsCut.note());
  }

  @Test
  void aBodyThatFitsIsWhole() {
    var card = TeamsCards.card(with(RichText.plain("short")));

    assertThat(card.findValuesAsText("text")).contains("short").doesNotContain(TeamsCut.note());
  }

  @Test
  void noFieldCanMakeACardTooLong() {
    var endless = "\u0001\"\\".repeat(30_000);
    var facts = IntStream.range(0, 500).mapToObj(n -> new Card.Fact(endless, endless)).toList();
    var card =
        new Card(
            endless,
            Card.Tone.FAILURE,
            endless + "\n".repeat(5_000),
            facts,
            RichText.plain(endless),
            Optional.of(endless),
            List.of(),
            endless);

    assertThat(TeamsCards.card(card).toString().length()).isLessThan(40_000);
  }

  private static String plain(JsonNode block) {
    return StreamSupport.stream(block.path("inlines").spliterator(), false)
        .map(run -> run.path("text").asText())
        .reduce("", String::concat);
  }

  private static RichText.Block paragraph(String text) {
    return new RichText.Paragraph(List.of(new Span(text, Set.of())));
  }

  private static Card with(RichText body) {
    return new Card(
        "title",
        Card.Tone.SUCCESS,
        "",
        List.of(),
        body,
        Optional.empty(),
        List.of(),
        "the footnote");
  }

  private static Card toned(Card.Tone tone) {
    return new Card(
        "the title", tone, "", List.of(), RichText.EMPTY, Optional.empty(), List.of(), "");
  }

  private static Card saying(String words) {
    var span = List.of(new Span(words, Set.of()));
    return new Card(
        words,
        Card.Tone.WORKING,
        words,
        List.of(new Card.Fact(words, words)),
        new RichText(
            List.of(
                new RichText.Heading(span),
                new RichText.Item(1, "•", span),
                new RichText.Quote(span),
                new RichText.Code(words))),
        Optional.of(words),
        List.of(new Button.Press(words, new ActionKey("stop", "run"))),
        words);
  }
}
