package dev.tiller.app.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.app_backend.SlackSignature;
import dev.tiller.app.standin.chat.FakeBot.Received;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackEventsTest {

  private static final String WEB = "C0WEB";

  private SlackKit kit;

  @BeforeEach
  void start() throws IOException {
    kit = new SlackKit();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void aMentionInAChannelArrivesAsTwoEventsOfOneMessage() {
    var ts = kit.say(WEB, "@tiller fix a < b");

    arrived(2);
    var mention = kit.events("app_mention").getFirst();
    var message = kit.events("message").getFirst();
    assertThat(List.of(mention, message))
        .allSatisfy(event -> {
          assertThat(event.path("text").asText()).isEqualTo("<@U0TILLER> fix a &lt; b");
          assertThat(event.path("ts").asText()).isEqualTo(ts);
          assertThat(event.path("user").asText()).isEqualTo("U0ANN");
          assertThat(event.path("channel").asText()).isEqualTo(WEB);
        });
    assertThat(message.path("channel_type").asText()).isEqualTo("channel");
    assertThat(kit.bot.bodies())
        .extracting(it -> it.path("event_id").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void anEnvelopeSaysForWhomItIs() {
    kit.say(WEB, "hello");

    arrived(1);
    var envelope = kit.bot.bodies().getFirst();
    assertThat(envelope.path("type").asText()).isEqualTo("event_callback");
    assertThat(envelope.path("team_id").asText()).isEqualTo("T0ACME");
    assertThat(envelope.path("api_app_id").asText()).isEqualTo("A0TILLER");
    assertThat(envelope.path("event_context").asText()).startsWith("4-");
    assertThat(envelope.at("/authorizations/0/user_id").asText()).isEqualTo("U0TILLER");
    assertThat(envelope.at("/authorizations/0/is_bot").asBoolean()).isTrue();
  }

  @Test
  void everythingIsSignedAsSlackSigns() throws IOException {
    kit.say(WEB, "@tiller hällo");

    arrived(2);
    assertThat(kit.bot.received()).allSatisfy(this::signed);
  }

  @Test
  void aDirectMessageIsNeverAMention() {
    kit.say("D0ANN", "@tiller hello");

    arrived(1);
    assertThat(kit.events("message"))
        .singleElement()
        .satisfies(event -> assertThat(event.path("channel_type").asText()).isEqualTo("im"));
  }

  @Test
  void aReplyNamesItsThreadAndItsParent() {
    var root = kit.say(WEB, "hello");
    kit.slack.say("U0BEN", WEB, Optional.of(root), "hi");

    arrived(2);
    var reply = kit.events("message").stream().filter(it -> it.has("thread_ts")).findFirst();
    assertThat(reply.orElseThrow().path("thread_ts").asText()).isEqualTo(root);
    assertThat(reply.orElseThrow().path("parent_user_id").asText()).isEqualTo("U0ANN");
  }

  @Test
  void anEditedMentionIsAMentionAgain() {
    var ts = kit.say(WEB, "@tiller fix it");
    arrived(2);

    kit.slack.edit("U0ANN", WEB, ts, "@tiller fix it now");

    arrived(4);
    var mention = kit.events("app_mention").getLast();
    assertThat(mention.path("ts").asText()).isEqualTo(ts);
    assertThat(mention.at("/edited/user").asText()).isEqualTo("U0ANN");
    var changed = kit.events("message").getLast();
    assertThat(changed.path("subtype").asText()).isEqualTo("message_changed");
    assertThat(changed.at("/message/text").asText()).isEqualTo("<@U0TILLER> fix it now");
    assertThat(changed.at("/previous_message/text").asText()).isEqualTo("<@U0TILLER> fix it");
    assertThat(changed.path("ts").asText()).isNotEqualTo(ts);
    assertThatThrownBy(() -> kit.slack.edit("U0BEN", WEB, ts, "mine now"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void theBotsOwnMessagesComeBackToIt() throws IOException {
    var ts = kit.post(WEB, "hello <@U0TILLER>");
    kit.call("chat.update", "channel", WEB, "ts", ts, "text", "bye");
    kit.call("chat.delete", "channel", WEB, "ts", ts);

    arrived(3);
    assertThat(kit.events("app_mention")).isEmpty();
    assertThat(kit.events("message"))
        .extracting(it -> it.path("subtype").asText(""))
        .containsExactlyInAnyOrder("", "message_changed", "message_deleted");
    assertThat(kit.events("message"))
        .anySatisfy(event -> {
          assertThat(event.path("bot_id").asText()).isEqualTo("B0TILLER");
          assertThat(event.at("/bot_profile/app_id").asText()).isEqualTo("A0TILLER");
        });
  }

  @Test
  void anotherBotsMentionCarriesItsBotId() {
    kit.slack.sayAsOtherBot(WEB, Optional.empty(), "@tiller deployed");

    arrived(2);
    assertThat(kit.events("app_mention"))
        .singleElement()
        .satisfies(event -> assertThat(event.path("bot_id").asText()).isEqualTo("B0DEPLOY"));
  }

  @Test
  void whatTheBotDoesNotTakeComesThreeTimesMore() {
    kit.bot.answer(Reply.empty(500));
    kit.say(WEB, "hello");

    arrived(4);
    assertThat(kit.bot.received())
        .extracting(it -> it.header("x-slack-retry-num").orElse("none"))
        .containsExactly("none", "1", "2", "3");
    assertThat(kit.bot.received().getLast().header("x-slack-retry-reason")).contains("http_error");
    assertThat(kit.bot.bodies())
        .extracting(it -> it.path("event_id").asText())
        .containsOnly(kit.bot.bodies().getFirst().path("event_id").asText());
    assertThat(kit.bot.received()).allSatisfy(this::signed);
  }

  @Test
  void aBotCanAskForNoMoreTries() {
    kit.bot.answer(request ->
        request.body().contains("stop")
            ? new Reply(500, "", "", Map.of("X-Slack-No-Retry", "1"))
            : Reply.empty(500));
    kit.say(WEB, "stop");
    kit.say(WEB, "go on");

    arrived(5);
    assertThat(kit.bot.received()).filteredOn(it -> it.body().contains("stop")).hasSize(1);
  }

  @Test
  void aBotThatDoesNotAnswerInTimeIsToldAgain() throws IOException {
    try (var hasty = new SlackKit(Duration.ofMillis(200))) {
      hasty.bot.fallSilent();
      hasty.say(WEB, "hello");

      await().until(() -> hasty.bot.received().size() >= 2);
      assertThat(hasty.bot.received().get(1).header("x-slack-retry-reason"))
          .contains("http_timeout");
    }
  }

  @Test
  void aRedeliveryRepeatsTheEventsOfAMessage() {
    var ts = kit.say(WEB, "@tiller hello");
    arrived(2);

    kit.slack.redeliver(ts);

    arrived(4);
    assertThat(kit.bot.bodies().subList(2, 4))
        .containsExactlyInAnyOrderElementsOf(kit.bot.bodies().subList(0, 2));
    assertThat(kit.bot.received().getLast().header("x-slack-retry-num")).contains("1");
    assertThatThrownBy(() -> kit.slack.redeliver("1.000001")).isInstanceOf(Refusal.class);
  }

  @Test
  void aPersonWritesOnlyWhereTheyAre() {
    assertThatThrownBy(() -> kit.say("D0BEN", "hello")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> kit.slack.say("U0NOBODY", WEB, Optional.empty(), "x"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> kit.slack.say("U0ANN", WEB, Optional.of("1.000001"), "x"))
        .isInstanceOf(Refusal.class);
  }

  private void arrived(int count) {
    await().until(() -> kit.bot.received().size() == count);
  }

  private void signed(Received request) {
    var verifier = new SlackSignature.Verifier(new SlackSignature.Generator(kit.secret()));
    assertThat(
            verifier.isValid(
                request.header("x-slack-request-timestamp").orElse(""),
                request.body(),
                request.header("x-slack-signature").orElse(""),
                kit.clock.instant().toEpochMilli()))
        .isTrue();
  }
}
