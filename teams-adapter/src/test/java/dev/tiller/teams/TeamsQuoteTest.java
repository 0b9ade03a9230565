package dev.tiller.teams;

import static dev.tiller.teams.Activities.inChannel;
import static dev.tiller.teams.Activities.inGroup;
import static dev.tiller.teams.Activities.json;
import static dev.tiller.teams.Activities.mentioningBot;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import org.junit.jupiter.api.Test;

class TeamsQuoteTest {

  private static final String BLOCK =
      """
      <div><blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1600457867820">
      <strong itemprop="mri" itemid="8:orgid:b">Ben &amp; Co</strong><span itemprop="time" itemid="1600457867820"></span>
      <p itemprop="preview">use <b>java</b></p></blockquote><p>use <code>java</code> 25</p></div>\
      """;

  @Test
  void anEntityNamesTheMessage() {
    var message = message(quoting(inGroup("18", "<quoted messageId=\"9\"/> and tests"), "9"));

    assertThat(message.addressing().answers()).contains(new MessageRef("9"));
    assertThat(message.text()).isEqualTo("and tests");
  }

  @Test
  void theBotIsAddressedBehindAQuoteAsWell() {
    var text = "<quoted messageId=\"9\"/>\r\n<at>Tiller</at> and tests";
    var message = message(mentioningBot(quoting(inChannel("17", "18", text), "9")));

    assertThat(message.addressing().bot()).isTrue();
    assertThat(message.text()).isEqualTo(" and tests");
    assertThat(message.addressing().answers()).contains(new MessageRef("9"));
  }

  @Test
  void aReferenceNamesTheMessage() {
    for (var content :
        new String[] {"{\"messageId\":\"9\"}", "\"{\\\"messageId\\\":\\\"9\\\"}\""}) {
      var activity = inGroup("18", "and tests");
      activity.set(
          "attachments",
          json("{\"a\":[{\"contentType\":\"messageReference\",\"content\":%s}]}".formatted(content))
              .path("a"));

      assertThat(message(activity).addressing().answers()).contains(new MessageRef("9"));
    }
  }

  @Test
  void aBlockInTheHtmlNamesTheMessageAndIsNoPartOfTheText() {
    var withQuote = html(inGroup("18", "Ben &amp; Co\r\nuse java\r\n\r\nuse java 25"), BLOCK);
    var without = html(inGroup("18", "use java 25"), BLOCK);

    for (var activity : new ObjectNode[] {withQuote, without}) {
      var message = message(activity);
      assertThat(message.addressing().answers()).contains(new MessageRef("1600457867820"));
      assertThat(message.text()).isEqualTo("use `java` 25");
    }
  }

  @Test
  void aQuoteThatSomebodyWroteStays() {
    var activity = html(inGroup("18", "they said so"), "<blockquote>they said so</blockquote>");

    assertThat(message(activity).text()).isEqualTo("they said so");
    assertThat(message(activity).addressing().answers()).isEmpty();
  }

  @Test
  void aReplyInAChatAnswersAndOneInAChannelOnlyStandsInTheThread() {
    assertThat(
            message(with(inGroup("18", "go"), it -> it.put("replyToId", "9")))
                .addressing()
                .answers())
        .contains(new MessageRef("9"));
    assertThat(
            message(with(inChannel("17", "18", "go"), it -> it.put("replyToId", "17")))
                .addressing()
                .answers())
        .isEmpty();
  }

  @Test
  void severalQuotesAnswerNoneOfThem() {
    assertThat(message(quoting(quoting(inGroup("18", "go"), "9"), "10")).addressing().answers())
        .isEmpty();
    assertThat(message(quoting(inGroup("18", "go"), "x y")).addressing().answers()).isEmpty();
  }

  private static ObjectNode quoting(ObjectNode activity, String id) {
    var entity = activity.withArray("entities").addObject().put("type", "quotedReply");
    entity.putObject("quotedReply").put("messageId", id).put("preview", "what was said");
    return activity;
  }

  private static ObjectNode html(ObjectNode activity, String html) {
    activity
        .putArray("attachments")
        .addObject()
        .put("contentType", "text/html")
        .put("content", html);
    return activity;
  }

  private static InboundMessage message(ObjectNode activity) {
    var event = TeamsEvents.of(Activities.parsed(activity), Activities.TENANT);
    return ((TeamsEvent.Message) event).message();
  }
}
