package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.command.HelpText;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackCardsTest {

  private static final Person ANN = new Person("U0ANN", "U0ANN", "ann");
  private static final Button STOP = new Button.Press("Stop", new ActionKey("stop", "run-1"));

  @Test
  void aCardIsDrawnFromTheTitleDownToTheSmallPrint() {
    var drawn =
        Drawn.of(
            card(
                RichText.plain("Summary"),
                List.of(new Card.Fact("Repository", "acme/web"), new Card.Fact("Branch", "main")),
                List.of(STOP)));

    assertThat(drawn.types())
        .containsExactly(
            "rich_text", "rich_text", "divider", "rich_text", "context", "actions", "context");
    assertThat(drawn.text())
        .isEqualToIgnoringWhitespace(
            "Title The lead Repository: acme/web Branch: main Summary Progress Footnote");
    assertThat(drawn.all("emoji"))
        .singleElement()
        .satisfies(
            emoji -> assertThat(emoji.get("name").getAsString()).isEqualTo("white_check_mark"));
  }

  @Test
  void emptyPartsAreLeftOut() {
    var card =
        new Card(
            "Title",
            Card.Tone.NEUTRAL,
            "",
            List.of(),
            RichText.EMPTY,
            Optional.empty(),
            List.of(),
            "");

    assertThat(Drawn.of(card).types()).containsExactly("rich_text");
    assertThat(Drawn.of(card).text()).isEqualToIgnoringWhitespace("Title");
  }

  @Test
  void noTextIsEverMarkdown() {
    var hostile = "<!channel> <@U1> <https://evil.example|click> *b* &lt;";
    var card =
        new Card(
            hostile,
            Card.Tone.FAILURE,
            hostile,
            List.of(new Card.Fact(hostile, hostile)),
            new RichText(
                List.of(
                    new RichText.Heading(List.of(new Span(hostile, Set.of()))),
                    new RichText.Item(1, "•", List.of(new Span(hostile, Set.of()))),
                    new RichText.Quote(List.of(new Span(hostile, Set.of()))),
                    new RichText.Code(hostile))),
            Optional.of(hostile),
            List.of(new Button.Press(hostile, new ActionKey("stop", "run-1"))),
            hostile);

    var drawn = Drawn.of(card);

    assertThat(drawn.json()).doesNotContain("mrkdwn");
    assertThat(drawn.all("user")).isEmpty();
    assertThat(drawn.all("link")).isEmpty();
    assertThat(drawn.text().split(java.util.regex.Pattern.quote(hostile), -1)).hasSize(11);
    assertThat(drawn.labels()).containsExactly(hostile);
    assertThat(SlackCards.fallback(card)).doesNotContain("<", ">").contains("&lt;!channel&gt;");
  }

  @Test
  void buttonsSayWhatTheyAreFor() {
    var drawn =
        Drawn.of(
            card(
                RichText.EMPTY,
                List.of(),
                List.of(
                    new Button.Link(
                        "View pull request",
                        URI.create("https://github.example/pull/7"),
                        Button.Style.PRIMARY),
                    new Button.OpenForm("Add follow-up", new ActionKey("follow-up", "run-1")),
                    new Button.Press(
                        "Stop", new ActionKey("stop", "run-1"), Button.Style.DANGER))));

    var buttons = drawn.buttons();
    assertThat(drawn.labels()).containsExactly("View pull request", "Add follow-up", "Stop");
    assertThat(buttons)
        .extracting(button -> button.get("action_id").getAsString())
        .containsExactly("link:0", "form:follow-up", "press:stop");
    assertThat(buttons.get(0).get("url").getAsString()).isEqualTo("https://github.example/pull/7");
    assertThat(buttons.get(0).get("style").getAsString()).isEqualTo("primary");
    assertThat(buttons.get(1).get("value").getAsString()).isEqualTo("follow-up:run-1");
    assertThat(buttons.get(1).has("style")).isFalse();
    assertThat(buttons.get(2).get("style").getAsString()).isEqualTo("danger");
  }

  @Test
  void twoButtonsWithTheSameVerbHaveDifferentIds() {
    var buttons =
        IntStream.range(0, 30)
            .<Button>mapToObj(i -> new Button.Press("Repo " + i, new ActionKey("choose", "r" + i)))
            .toList();

    var drawn = Drawn.of(card(RichText.EMPTY, List.of(), buttons)).buttons();

    assertThat(drawn).hasSize(25);
    assertThat(drawn).extracting(button -> button.get("action_id")).doesNotHaveDuplicates();
    assertThat(drawn)
        .allSatisfy(
            button -> assertThat(button.get("action_id").getAsString()).startsWith("press:choose"));
  }

  @Test
  void aLinkThatSlackWouldRefuseIsInTheFallbackOnly() {
    var url = "https://github.example/" + "a".repeat(3_000);
    var card =
        card(RichText.EMPTY, List.of(), List.of(new Button.Link("Compare", URI.create(url)), STOP));

    assertThat(Drawn.of(card).labels()).containsExactly("Stop");
    assertThat(SlackCards.fallback(card)).contains(url);
  }

  @Test
  void everythingStaysWithinSlacksLimits() {
    var facts =
        IntStream.range(0, 30).mapToObj(i -> new Card.Fact("n".repeat(500), "v".repeat(500)));
    var paragraphs =
        IntStream.range(0, 100)
            .<RichText.Block>mapToObj(i ->
                new RichText.Paragraph(List.of(new Span("\"\\\n\u001b".repeat(50), Set.of()))));
    var card =
        new Card(
            "t".repeat(500),
            Card.Tone.SUCCESS,
            "l".repeat(5_000),
            facts.toList(),
            new RichText(paragraphs.toList()),
            Optional.of("p".repeat(3_000)),
            List.of(new Button.Press("b".repeat(100), new ActionKey("stop", "run-1"))),
            "f".repeat(3_000));

    var drawn = Drawn.of(card);

    assertThat(drawn.json()).hasSizeLessThanOrEqualTo(12_000);
    assertThat(drawn.types()).hasSizeLessThanOrEqualTo(50);
    assertThat(drawn.labels()).singleElement().asString().hasSize(75);
    assertThat(drawn.text()).contains("shortened");
    assertThat(SlackCards.fallback(card)).hasSizeLessThanOrEqualTo(3_900).endsWith("…");
  }

  @Test
  void aLongBodyIsCutAndSaysSo() {
    for (var block :
        List.of(
            new RichText.Paragraph(List.of(new Span("word ".repeat(5_000), Set.of()))),
            new RichText.Code("line\n".repeat(5_000)))) {
      var drawn = Drawn.of(card(new RichText(List.of(block)), List.of(), List.of(STOP)));

      assertThat(drawn.json()).hasSizeBetween(10_000, 12_000);
      assertThat(drawn.text()).contains("…").contains("This text was shortened");
      assertThat(drawn.labels()).containsExactly("Stop");
    }
  }

  @Test
  void aBodyThatFitsIsNotTouched() {
    var text = "a line of text\n".repeat(500);

    var drawn = Drawn.of(card(RichText.plain(text), List.of(), List.of()));

    assertThat(drawn.text()).contains(text).doesNotContain("shortened");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theHelpFitsInEachLanguage(Language language) {
    var drawn = Texts.in(language, () -> Drawn.of(HelpText.card("@tiller")));

    assertThat(drawn.json()).hasSizeLessThanOrEqualTo(12_000);
    assertThat(drawn.text()).contains("context=none|thread|last:N|mine").doesNotContain("…");
    assertThat(drawn.types()).containsOnlyOnce("context");
  }

  @Test
  void aNoticeBeginsWithTheMention() {
    var notice = new Notice(Optional.of(ANN), RichText.plain("your run <ended>"), List.of(STOP));

    var drawn = Drawn.of(notice);

    assertThat(drawn.types()).containsExactly("rich_text", "actions");
    assertThat(drawn.all("user"))
        .singleElement()
        .satisfies(user -> assertThat(user.get("user_id").getAsString()).isEqualTo("U0ANN"));
    assertThat(drawn.all("rich_text_section")).hasSize(1);
    assertThat(drawn.text()).isEqualToIgnoringWhitespace("your run <ended>");
    assertThat(SlackCards.fallback(notice)).isEqualTo("<@U0ANN> your run &lt;ended&gt;");
  }

  @Test
  void aMentionStandsAloneBeforeTextThatIsNoLine() {
    var code = new RichText(List.of(new RichText.Code("a\nb")));

    var drawn = Drawn.of(new Notice(Optional.of(ANN), code, List.of()));

    assertThat(drawn.all("rich_text_section")).hasSize(1);
    assertThat(drawn.all("rich_text_preformatted")).hasSize(1);
    assertThat(drawn.all("user")).hasSize(1);
  }

  private static Card card(RichText body, List<Card.Fact> facts, List<Button> buttons) {
    return new Card(
        "Title",
        Card.Tone.SUCCESS,
        "The lead",
        facts,
        body,
        Optional.of("Progress"),
        buttons,
        "Footnote");
  }
}
