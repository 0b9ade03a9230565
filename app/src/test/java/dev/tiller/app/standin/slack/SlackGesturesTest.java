package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.chat.Gestures;
import dev.tiller.app.standin.chat.MessageMenu;
import dev.tiller.app.standin.chat.PlatformView;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the bot is told of reactions, mentions of people, menus of messages and Slack's own stop.
class SlackGesturesTest {

  private static final String WEB = "C0WEB";
  private static final String BEN = "U0BEN";

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
  void aReactionIsToldWithWhomItIsOnAndTakenBackTheSecondTime() throws IOException {
    var card = kit.post(WEB, "Agent at work");

    kit.slack.gestures().react(BEN, WEB, card, "x");

    var added = told("reaction_added");
    assertThat(added.path("user").asText()).isEqualTo(BEN);
    assertThat(added.path("reaction").asText()).isEqualTo("x");
    assertThat(added.path("item_user").asText()).isEqualTo("U0TILLER");
    assertThat(added.path("item")).isEqualTo(object("type", "message", "channel", WEB, "ts", card));
    assertThat(reactions(card)).containsExactly(new PlatformView.Reaction("x", List.of(BEN)));

    kit.slack.gestures().react(BEN, WEB, card, "x");

    assertThat(told("reaction_removed").path("reaction").asText()).isEqualTo("x");
    assertThat(reactions(card)).isEmpty();
  }

  private List<PlatformView.Reaction> reactions(String message) {
    return kit.slack.view().messages().stream()
        .filter(it -> it.id().equals(message))
        .flatMap(it -> it.reactions().stream())
        .toList();
  }

  @Test
  void theBotIsToldThatItWasAddedAndByWhom() {
    kit.slack.gestures().add(BEN, WEB);

    var joined = told("member_joined_channel");
    assertThat(joined.path("user").asText()).isEqualTo("U0TILLER");
    assertThat(joined.path("inviter").asText()).isEqualTo(BEN);
    assertThat(joined.path("channel").asText()).isEqualTo(WEB);

    kit.slack.redeliver(Gestures.arrival(WEB));
    await().until(() -> kit.events("member_joined_channel").size() == 2);
  }

  @Test
  void aDirectChatIsMetByLookingAtIt() {
    kit.slack.gestures().add(BEN, "D0BEN");

    var opened = told("app_home_opened");
    assertThat(opened.path("tab").asText()).isEqualTo("messages");
    assertThat(opened.path("channel").asText()).isEqualTo("D0BEN");
    assertThat(opened.path("user").asText()).isEqualTo(BEN);
  }

  @Test
  void aReactionCanBeDeliveredOnceMoreWithTheSameEventId() throws IOException {
    var card = kit.post(WEB, "Agent at work");
    kit.slack.gestures().react(BEN, WEB, card, "x");
    told("reaction_added");

    kit.slack.redeliver(card);

    await().until(() -> kit.events("reaction_added").size() == 2);
    assertThat(kit.bot.bodies())
        .filteredOn(it -> it.at("/event/type").asText().equals("reaction_added"))
        .extracting(it -> it.path("event_id").asText())
        .hasSize(2)
        .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize(1));
  }

  @Test
  void peopleAreMentionedByFirstOrWholeNameInAnyCase() {
    kit.say(WEB, "@ben, what does @Cara Singh say? ask@ben.example, @benny");

    assertThat(told("message").path("text").asText())
        .isEqualTo("<@U0BEN>, what does <@U0CARA> say? ask@ben.example, @benny");
  }

  @Test
  void anEntryOfAMessagesMenuIsToldWithTheMessageAndCanOpenAForm() throws IOException {
    var message = kit.say(WEB, "the login test is flaky");
    told("message");
    var entry = MessageMenu.ofSlack().getFirst();

    var note = kit.slack.gestures().choose(BEN, WEB, message, entry.id());

    assertThat(note).isEmpty();
    var payload = kit.bot.bodies().getLast();
    assertThat(payload.path("type").asText()).isEqualTo("message_action");
    assertThat(payload.path("callback_id").asText()).isEqualTo(entry.id());
    assertThat(payload.at("/user/id").asText()).isEqualTo(BEN);
    assertThat(payload.at("/channel/id").asText()).isEqualTo(WEB);
    assertThat(payload.path("message_ts").asText()).isEqualTo(message);
    assertThat(payload.at("/message/text").asText()).isEqualTo("the login test is flaky");
    assertThat(payload.at("/message/user").asText()).isEqualTo("U0ANN");
    assertThat(open(payload.path("trigger_id").asText())).isEqualTo("ok");
    assertThat(kit.slack.view().forms())
        .singleElement()
        .satisfies(form -> assertThat(form.person()).isEqualTo(BEN));
  }

  private String open(String trigger) throws IOException {
    var view =
        object(
            "type",
            "modal",
            "title",
            object("type", "plain_text", "text", "Send to Tiller"),
            "blocks",
            List.of(object("type", "divider")));
    return kit.errorOf("views.open", "trigger_id", trigger, "view", view);
  }

  @Test
  void theClientSaysWhenTheAppDidNotTakeTheEntry() {
    var message = kit.say(WEB, "hello");
    kit.bot.answer(Reply.empty(500));

    var note =
        kit.slack.gestures().choose(BEN, WEB, message, MessageMenu.ofSlack().getFirst().id());

    assertThat(note).hasValueSatisfying(text -> assertThat(text).contains("did not work"));
    assertThatThrownBy(() -> kit.slack.gestures().choose(BEN, WEB, message, "nothing"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void slacksOwnStopIsOfferedWhileASessionIsProcessingAndIsToldAsAnEvent() throws IOException {
    var root = kit.say(WEB, "@tiller fix it");
    assertThat(kit.slack.view().sessions()).isEmpty();
    assertThatThrownBy(() -> kit.slack.gestures().stop(BEN, WEB, root)).isInstanceOf(Refusal.class);

    status(root, "processing");
    assertThat(kit.slack.view().sessions())
        .containsExactly(new PlatformView.Session(WEB, root, true));
    kit.slack.gestures().stop(BEN, WEB, root);

    var event = told("agent_session_stopped");
    assertThat(event.path("channel").asText()).isEqualTo(WEB);
    assertThat(event.path("thread_ts").asText()).isEqualTo(root);
    assertThat(event.path("user").asText()).isEqualTo(BEN);
    assertThat(event.path("streaming_message_ts").isArray()).isTrue();

    status(root, "active");
    assertThat(kit.slack.view().sessions()).isEmpty();
  }

  private void status(String root, String status) throws IOException {
    var answer =
        kit.errorOf(
            "agents.sessions.setStatus", "channel_id", WEB, "thread_ts", root, "status", status);
    assertThat(answer).isEqualTo("ok");
  }

  @Test
  void whatOnlyOnePersonSeesHasNeitherReactionsNorAMenu() throws IOException {
    var whisper =
        kit.call("chat.postEphemeral", "channel", WEB, "user", BEN, "text", "psst")
            .path("message_ts")
            .asText();
    var entry = MessageMenu.ofSlack().getFirst().id();

    assertThatThrownBy(() -> kit.slack.gestures().react(BEN, WEB, whisper, "x"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> kit.slack.gestures().choose(BEN, WEB, whisper, entry))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> kit.slack.gestures().quote(BEN, WEB, whisper, "what?", List.of()))
        .isInstanceOf(Refusal.class);
  }

  /// The first event of a kind that the bot was told of, once it has come.
  private JsonNode told(String type) {
    return await()
        .until(() -> kit.events(type).stream().findFirst(), Optional::isPresent)
        .orElseThrow();
  }
}
