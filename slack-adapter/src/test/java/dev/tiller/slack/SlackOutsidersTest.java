package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Choice;
import dev.tiller.slack.RecordingSlack.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Guests and people of other organisations at buttons, menus and forms, through the real Bolt app.
class SlackOutsidersTest {

  private static final String GUEST = "{\"ok\":true,\"user\":{\"is_restricted\":true}}";
  private static final String REFUSAL =
      "Only members of this organization can do this. Please ask one of them.";

  final SlackInMiniature slack = start();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

  @BeforeEach
  void everybodyIsAGuest() {
    slack.bot.found = List.of(new Choice("acme/web", "acme/web"));
    slack.api.answer(call -> call.method().equals("users.info") ? Answer.json(GUEST) : Answer.ok());
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"block_actions", "view_submission"})
  void aGuestIsRefusedWithAWordOnceMet(String payload) {
    slack.interact(Fixtures.payload(payload));
    int before = slack.bot.actions.size() + slack.bot.forms.size();
    awaitRefusal(Fixtures.payload(payload));

    assertThat(before).isEqualTo(1);
    assertThat(slack.api.calls("users.info")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"block_actions", "view_submission"})
  void somebodyOfAnotherOrganisationIsRefusedWithAWord(String name) {
    var payload = foreign(name);

    slack.interact(payload);

    await().until(() -> !slack.api.calls("chat.postEphemeral").isEmpty());
    var note = slack.api.calls("chat.postEphemeral").getFirst();
    assertThat(note.argument("text")).isEqualTo(REFUSAL);
    assertThat(note.argument("user")).isEqualTo("U0ANN");
    assertThat(slack.bot.actions).isEmpty();
    assertThat(slack.bot.forms).isEmpty();
  }

  @Test
  void aGuestGetsNoFormFromAButton() {
    slack.interact(Fixtures.payload("block_actions"));
    awaitRefusal(Fixtures.clickOn("form:follow-up"));

    assertThat(slack.api.calls("views.open")).isEmpty();
  }

  @Test
  void aGuestFindsNothingInMenus() {
    slack.interact(Fixtures.payload("block_actions"));
    awaitRefusal(Fixtures.payload("block_actions"));

    slack.interact(Fixtures.payload("block_suggestion"));
    slack.interact(foreign("block_suggestion"));

    assertThat(slack.bot.queries).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reaction_added", "app_home_opened"})
  void whoeverStopsOrOpensHomeIsLookedUp(String event) {
    slack.deliver(Fixtures.payload(event));

    await().until(() -> slack.api.calls("users.info").size() == 1);
  }

  @Test
  void whoeverChoosesAMessagesMenuIsLookedUp() {
    slack.interact(Fixtures.payload("message_action"));

    await().until(() -> slack.api.calls("users.info").size() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"is_restricted", "is_stranger", "is_bot"})
  void guestsAndBotsWhoAreMentionedCanBeGivenNothingOnceMet(String flag) {
    slack.api.answer(Answer.json("{\"ok\":true,\"user\":{\"" + flag + "\":true}}"));
    var payload =
        Fixtures.event(
            "app_mention", event -> event.addProperty("text", "<@U0TILLER> give <@U0EVE>"));

    await()
        .untilAsserted(() -> {
          slack.deliver(payload);
          assertThat(slack.bot.messages.getLast().addressing().others())
              .singleElement()
              .satisfies(other -> {
                assertThat(other.written()).isEqualTo("@U0EVE");
                assertThat(other.person().handle()).isEqualTo("U0EVE");
                assertThat(other.person().identified()).isFalse();
              });
        });
    assertThat(slack.bot.messages.getFirst().addressing().others().getFirst().person().identified())
        .isTrue();
  }

  private void awaitRefusal(JsonObject payload) {
    await()
        .untilAsserted(() -> {
          slack.interact(payload);
          assertThat(slack.api.calls("chat.postEphemeral"))
              .extracting(call -> call.argument("text"))
              .contains(REFUSAL);
        });
  }

  private static JsonObject foreign(String name) {
    var payload = Fixtures.payload(name);
    payload.getAsJsonObject("user").addProperty("team_id", "T0PARTNER");
    return payload;
  }
}
