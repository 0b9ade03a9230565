package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask.Answer.Open;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.slack.RecordingSlack.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackShortcutsTest {

  private static final Form FORM =
      new Form(
          new ActionKey("send", "m-1"),
          "n-1",
          "Send to Tiller",
          "Send",
          List.of(new Form.TextField("prompt", "Task", "", "", true, false, 2_000)));

  final SlackInMiniature slack = start();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

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

    var known =
        SlackShortcuts.chosen(payload, Optional.of("U0TILLER"), user -> false, channel -> false);

    assertThat(known.orElseThrow().shortcut().text()).isEqualTo("@U0BEN fix it");
  }

  @Test
  void guestsAndMembersOfOtherOrganisationsAreOutsiders() {
    var payload = Fixtures.payload("message_action");
    assertThat(
            SlackShortcuts.chosen(payload, Optional.empty(), "U0ANN"::equals, channel -> false)
                .orElseThrow()
                .shortcut()
                .outsider())
        .isTrue();

    payload.getAsJsonObject("user").addProperty("team_id", "T0PARTNER");
    assertThat(chosen(payload).outsider()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"team", "user_team", "source_team"})
  void aMessageOfAnotherOrganisationIsAnOutsidersMatter(String field) {
    var payload = Fixtures.payload("message_action");
    payload.getAsJsonObject("message").addProperty(field, "T0PARTNER");

    assertThat(chosen(payload).outsider()).isTrue();
  }

  @Test
  void aChannelThatAnEventCalledSharedStaysSoUntilAnotherSaysElse() {
    var event = Fixtures.payload("app_mention_slack_connect");
    var payload = Fixtures.payload("message_action");
    payload.getAsJsonObject("channel").addProperty("id", "C0SHARED");

    slack.interact(payload);
    slack.deliver(event);
    slack.interact(payload);
    event.addProperty("is_ext_shared_channel", false);
    slack.deliver(event);
    slack.interact(payload);

    assertThat(slack.bot.shortcuts)
        .extracting(Shortcut::outsider)
        .containsExactly(false, true, false);
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

  @ParameterizedTest
  @ValueSource(strings = {"not_in_channel", "channel_not_found"})
  void whereTheBotIsNotNoFormOpensAndTheReplyAddressSaysWhatToDo(String code) {
    slack.bot.answerToShortcut = new Open(FORM);
    slack.api.answer(call -> call.method().equals("views.open") ? Answer.ok() : Answer.error(code));
    var payload = Fixtures.payload("message_action");
    payload.addProperty("response_url", slack.api.apiUrl().resolve("/app/T0/1/abc").toString());

    assertThat(slack.interact(payload).status()).isEqualTo(200);

    await().until(() -> !slack.api.sent().isEmpty());
    assertThat(new String(slack.api.sent().getFirst().content(), StandardCharsets.UTF_8))
        .contains("Add it here first");
    assertThat(slack.api.calls("views.open")).isEmpty();
    assertThat(slack.api.calls("conversations.replies").getFirst().arguments())
        .containsEntry("channel", "C0WEB")
        .containsEntry("limit", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread_not_found", "missing_scope", "ratelimited", "internal_error"})
  void whereSlackDoesNotSayTheFormOpens(String code) {
    slack.bot.answerToShortcut = new Open(FORM);
    slack.api.answer(
        call -> call.method().equals("conversations.replies") ? Answer.error(code) : Answer.ok());

    assertThat(slack.interact(Fixtures.payload("message_action")).status()).isEqualTo(200);

    assertThat(slack.api.calls("views.open")).hasSize(1);
  }

  @Test
  void aSlackThatDoesNotAnswerDoesNotKeepTheFormFromOpening() {
    slack.bot.answerToShortcut = new Open(FORM);
    slack.api.answer(
        call -> call.method().equals("conversations.replies") ? Answer.silence() : Answer.ok());

    assertThat(slack.interact(Fixtures.payload("message_action")).status()).isEqualTo(200);

    assertThat(slack.api.calls("views.open")).hasSize(1);
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
    return SlackShortcuts.chosen(payload, Optional.empty(), user -> false, channel -> false)
        .orElseThrow()
        .shortcut();
  }
}
