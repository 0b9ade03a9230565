package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.slack.RecordingSlack.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackShortcutsTest {

  private final SlackInMiniature slack = new SlackInMiniature();

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void aShortcutCarriesTheMessageWithItsMarkupUndone() {
    var shortcut = chosen(Fixtures.payload("message_action"));

    assertThat(shortcut.kind()).isEqualTo(Shortcut.Kind.SEND);
    assertThat(shortcut.text()).isEqualTo("the login test is <flaky>");
    assertThat(shortcut.address().thread().root()).isEqualTo("1763800000.000100");
    assertThat(shortcut.outsider()).isFalse();
  }

  @Test
  void aReplyBelongsToItsThread() {
    var payload = Fixtures.payload("message_action");
    payload.getAsJsonObject("message").addProperty("thread_ts", "1763799999.000900");

    assertThat(chosen(payload).address().thread().root()).isEqualTo("1763799999.000900");
    assertThat(chosen(payload).message()).isEqualTo("1763800000.000100");
  }

  @Test
  void whatABotWroteIsReadFromWhereItWroteIt() {
    var payload = Fixtures.payload("message_action");
    payload.add(
        "message",
        JsonParser.parseString(
            """
            {"ts":"1763800000.000100","bot_id":"B0CI","username":"ci","text":"",
             "attachments":[{"fallback":"build 7 failed"}]}
            """));

    assertThat(chosen(payload).text()).isEqualTo("build 7 failed");
    assertThat(chosen(payload).author().name()).isEqualTo("ci");
  }

  @Test
  void theBotsOwnMentionIsLeftOutWhereTheBotKnowsItself() {
    var payload = Fixtures.payload("message_action");
    payload.getAsJsonObject("message").addProperty("text", "<@U0TILLER> <@U0BEN> fix it");

    var known = SlackShortcuts.chosen(payload, Optional.of("U0TILLER"), user -> false);

    assertThat(known.orElseThrow().shortcut().text()).isEqualTo("@U0BEN fix it");
  }

  @Test
  void guestsAndMembersOfOtherOrganisationsAreOutsiders() {
    var payload = Fixtures.payload("message_action");
    assertThat(
            SlackShortcuts.chosen(payload, Optional.empty(), "U0ANN"::equals)
                .orElseThrow()
                .shortcut()
                .outsider())
        .isTrue();

    payload.getAsJsonObject("user").addProperty("team_id", "T0PARTNER");
    assertThat(chosen(payload).outsider()).isTrue();
  }

  @Test
  void entriesThatAreNotOursAreOnlyAcknowledged() {
    var payload = Fixtures.payload("message_action");
    payload.addProperty("callback_id", "somebody-elses");

    assertThat(slack.interact(payload).status()).isEqualTo(200);
    assertThat(slack.bot.shortcuts).isEmpty();
    assertThat(slack.api.calls()).isEmpty();
  }

  @Test
  void whereTheBotMayNotWriteTheReasonGoesToTheReplyAddress() {
    slack.api.answer(Answer.error("channel_not_found"));
    var payload = Fixtures.payload("message_action");
    payload.addProperty("response_url", slack.api.apiUrl().resolve("/app/T0/1/abc").toString());

    assertThat(slack.interact(payload).status()).isEqualTo(200);

    await().until(() -> !slack.api.sent().isEmpty());
    var sent = slack.api.sent().getFirst();
    assertThat(sent.path()).isEqualTo("/app/T0/1/abc");
    assertThat(sent.authorization()).isEmpty();
    var answer =
        JsonParser.parseString(new String(sent.content(), StandardCharsets.UTF_8))
            .getAsJsonObject();
    assertThat(answer.get("text").getAsString()).isEqualTo("There is no agent here.");
    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
  }

  @Test
  void nothingIsSentToAReplyAddressThatIsNotSlacks() {
    slack.api.answer(Answer.error("channel_not_found"));
    try (var log = new Logged()) {
      var payload = Fixtures.payload("message_action");
      payload.addProperty("response_url", "http://evil.example/app");

      assertThat(slack.interact(payload).status()).isEqualTo(200);

      await().until(() -> log.text().contains("response_url_not_allowed"));
    }
    assertThat(slack.api.sent()).isEmpty();
  }

  private static Shortcut chosen(JsonObject payload) {
    return SlackShortcuts.chosen(payload, Optional.empty(), user -> false).orElseThrow().shortcut();
  }
}
