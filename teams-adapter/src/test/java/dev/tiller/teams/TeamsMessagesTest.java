package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamsMessagesTest {

  private static final Person ANN = new Person("ann", "29:ann", "Ann \"<R&D>\" Lee");

  @Test
  void aNoticeMentionsThePersonAndCarriesItsButtons() {
    var link = new Button.Link("View pull request", URI.create("https://x.example/pull/7"));
    var notice = new Notice(Optional.of(ANN), RichText.plain("your run ended"), List.of(link));

    assertThat(json(notice))
        .isEqualTo(
            Activities.json(
                """
                {"type": "message", "historyDisclosed": false, "textFormat": "xml",
                 "text": "<at>Ann &quot;&lt;R&amp;D&gt;&quot; Lee</at> your run ended",
                 "summary": "your run ended\\nView pull request: https://x.example/pull/7",
                 "entities": [{
                   "type": "mention",
                   "text": "<at>Ann &quot;&lt;R&amp;D&gt;&quot; Lee</at>",
                   "mentioned": {"id": "29:ann", "name": "Ann \\"<R&D>\\" Lee"}}],
                 "attachments": [{
                   "contentType": "application/vnd.microsoft.card.adaptive",
                   "content": {
                     "type": "AdaptiveCard", "version": "1.5", "msteams": {"width": "Full"},
                     "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                     "body": [],
                     "actions": [{
                       "type": "Action.OpenUrl", "title": "View pull request",
                       "url": "https://x.example/pull/7"}]}}]}
                """));
  }

  @Test
  void theMarkupOfANoticeIsTheBotsOnly() {
    var spans =
        List.of(
            new Span("<b>a</b> & **b**\n", Set.of()),
            new Span("<at>all</at>", Set.of(Mark.BOLD, Mark.CODE)));
    var text =
        new RichText(
            List.of(
                new RichText.Paragraph(spans),
                new RichText.Item(1, "•", List.of(new Span("item", Set.of()))),
                new RichText.Quote(List.of(new Span("> quote", Set.of()))),
                new RichText.Code("if (a < b) {\n  c();\n}")));

    assertThat(json(new Notice(Optional.empty(), text, List.of())).path("text").asText())
        .isEqualTo(
            "&lt;b&gt;a&lt;/b&gt; &amp; **b**<br/>"
                + "<code><b>&lt;at&gt;all&lt;/at&gt;</b></code><br/>"
                + "&nbsp;&nbsp;&nbsp;&nbsp;• item<br/>"
                + "<blockquote>&gt; quote</blockquote><br/>"
                + "<pre>if (a &lt; b) {\n  c();\n}</pre>");
  }

  @Test
  void aCardGoesAsAnAttachmentWithItsFallbackAsSummary() {
    var message = json(card("done"));

    assertThat(message.path("summary").asText()).isEqualTo(card("done").fallback());
    assertThat(message.path("attachments").path(0).path("content").path("type").asText())
        .isEqualTo("AdaptiveCard");
    assertThat(message.has("text")).isFalse();
    assertThat(message.has("entities")).isFalse();
  }

  @Test
  void noMessageIsTooLong() {
    var endless = "<&\"\\ é 😀 ".repeat(20_000);

    assertThat(json(card(endless)).toString().length()).isLessThan(TeamsCut.MESSAGE + 3_000);
    assertThat(
            json(new Notice(Optional.of(ANN), RichText.plain(endless), List.of()))
                .toString()
                .length())
        .isLessThan(TeamsCut.MESSAGE);
  }

  private static Card card(String words) {
    return new Card(
        words,
        Card.Tone.SUCCESS,
        "lead",
        List.of(new Card.Fact("Repository", "acme/web")),
        RichText.plain(words),
        Optional.empty(),
        List.of(),
        "");
  }

  private static JsonNode json(Post post) {
    return TeamsJson.MAPPER.valueToTree(TeamsMessages.of(post));
  }
}
