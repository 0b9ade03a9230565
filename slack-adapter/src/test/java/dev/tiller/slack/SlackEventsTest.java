package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.slack.SlackClicks.Click;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEventsTest {

  private static final String ROOT = "1763800000.000100";
  private static final Address THREAD = address("T0ACME", "C0WEB", ROOT);

  @Test
  void aMentionInAChannelBeginsAThread() {
    assertThat(message("app_mention"))
        .isEqualTo(
            new InboundMessage(
                THREAD,
                ROOT,
                new Person("U0ANN", "U0ANN", "U0ANN"),
                Place.CHANNEL,
                "fix the flaky login test\n```\nif (a < b) {\n  login();\n}\n```",
                false,
                false));
  }

  @Test
  void theTwoEventsOfOneMentionAreTheSameValue() {
    assertThat(message("message_channel")).isEqualTo(message("app_mention"));
  }

  @Test
  void anEditedMentionSaysSo() {
    var edited = message("app_mention_edited");

    assertThat(edited.edited()).isTrue();
    assertThat(edited.address()).isEqualTo(THREAD);
    assertThat(edited.message()).isEqualTo(ROOT);
    assertThat(edited.text()).isEqualTo("fix the flaky logout test");
  }

  @Test
  void aDirectMessageNeedsNoMention() {
    var direct = message("message_im");

    assertThat(direct.place()).isEqualTo(Place.DIRECT);
    assertThat(direct.text()).isEqualTo("status");
    assertThat(direct.address()).isEqualTo(address("T0ACME", "D0ANN", ROOT));
  }

  @Test
  void aReplyBelongsToTheThreadItIsIn() {
    var reply = message("message_mpim_thread");

    assertThat(reply.address()).isEqualTo(address("T0ACME", "G0GROUP", "1763799999.000900"));
    assertThat(reply.message()).isEqualTo(ROOT);
    assertThat(reply.text()).isEqualTo("please help");
  }

  @Test
  void aMessageWithAFileOrSentToTheChannelTooIsAMessage() {
    assertThat(message("message_file_share").text()).isEqualTo("make it look like this");
    assertThat(
            read(
                Fixtures.event(
                    "message_channel", event -> event.addProperty("subtype", "thread_broadcast"))))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"message_other_bot", "message_own", "message_changed", "message_deleted"})
  void whatBotsSayAndWhatSlackReportsIsIgnored(String name) {
    assertThat(read(Fixtures.payload(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bot_id", "bot_profile"})
  void oneSignOfABotIsEnough(String field) {
    var payload = Fixtures.event("app_mention", event -> event.addProperty(field, "B0OTHER"));

    assertThat(read(payload)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bot_message", "channel_join", "me_message", "some_future_subtype"})
  void otherSubtypesAreIgnored(String subtype) {
    var payload = Fixtures.event("message_channel", event -> event.addProperty("subtype", subtype));

    assertThat(read(payload)).isEmpty();
  }

  @Test
  void theBotsOwnMentionOfItselfIsIgnored() {
    var own = Fixtures.event("app_mention", event -> event.addProperty("user", "U0TILLER"));

    assertThat(read(own)).isEmpty();
  }

  @Test
  void chatterInAChannelIsIgnored() {
    var chatter =
        Fixtures.event("message_channel", event -> event.addProperty("text", "hi <@U0BOB>"));

    assertThat(read(chatter)).isEmpty();
  }

  @Test
  void whoeverWritesFromAnotherOrganisationIsAnOutsiderInOurWorkspace() {
    var outsider = message("app_mention_slack_connect");

    assertThat(outsider.outsider()).isTrue();
    assertThat(outsider.address()).isEqualTo(address("T0ACME", "C0SHARED", ROOT));
  }

  @Test
  void aForeignTeamAloneMakesAnOutsider() {
    for (var field : List.of("user_team", "source_team")) {
      var foreign = Fixtures.event("app_mention", event -> event.addProperty(field, "T0PARTNER"));
      var own = Fixtures.event("app_mention", event -> event.addProperty(field, "T0ACME"));

      assertThat(read(foreign).orElseThrow().outsider()).as(field).isTrue();
      assertThat(read(own).orElseThrow().outsider()).as(field).isFalse();
    }
  }

  @Test
  void aColleagueFromTheSameEnterpriseIsNoOutsider() {
    var payload = Fixtures.event("app_mention", event -> event.addProperty("user_team", "E0ACME"));
    payload
        .getAsJsonArray("authorizations")
        .get(0)
        .getAsJsonObject()
        .addProperty("enterprise_id", "E0ACME");

    assertThat(read(payload).orElseThrow().outsider()).isFalse();
  }

  @Test
  void withoutAuthorizationsAMentionStillCountsAndLosesItsBeginning() {
    var payload = Fixtures.payload("app_mention");
    payload.add("authorizations", new JsonArray());

    assertThat(read(payload)).contains(message("app_mention"));
  }

  @Test
  void withoutAuthorizationsAChannelMessageIsLeftToItsMention() {
    var payload = Fixtures.payload("message_channel");
    payload.add("authorizations", JsonNull.INSTANCE);

    assertThat(read(payload)).isEmpty();
  }

  @Test
  void anEventWithoutItsNecessaryFieldsIsIgnored() {
    for (var field : List.of("user", "channel", "ts", "type")) {
      assertThat(read(Fixtures.event("app_mention", event -> event.remove(field))))
          .as(field)
          .isEmpty();
      assertThat(read(Fixtures.event("app_mention", event -> event.add(field, new JsonObject()))))
          .as(field)
          .isEmpty();
    }
    assertThat(read(new JsonObject())).isEmpty();
  }

  @Test
  void aClickNamesTheKeyTheCardAndItsThread() {
    assertThat(
            SlackClicks.click(Fixtures.payload("block_actions"), user -> false).map(Click::action))
        .contains(
            new Action(
                THREAD,
                new Person("U0ANN", "U0ANN", "U0ANN"),
                new ActionKey("stop", "run-1"),
                Optional.of(new MessageRef("1763800005.000400"))));
  }

  @Test
  void aClickOnAMessageThatSlackDoesNotShowIsPlacedByItsContainer() {
    var payload = Fixtures.payload("block_actions");
    payload.remove("message");
    payload.remove("channel");

    assertThat(SlackClicks.click(payload, user -> false).map(click -> click.action().address()))
        .contains(THREAD);
  }

  @Test
  void aClickWithoutAKeyIsNoAction() {
    var payload = Fixtures.payload("block_actions");
    payload.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("value", "no key");

    assertThat(SlackClicks.click(payload, user -> false)).isEmpty();
    assertThat(SlackClicks.click(new JsonObject(), user -> false)).isEmpty();
  }

  private static InboundMessage message(String fixture) {
    return read(Fixtures.payload(fixture)).orElseThrow();
  }

  private static Optional<InboundMessage> read(JsonObject payload) {
    return SlackEvents.message(payload, user -> false);
  }

  private static Address address(String team, String channel, String root) {
    return new Address(new ChatThread(Platform.SLACK, team, channel, root), "");
  }
}
