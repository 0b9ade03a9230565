package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.ChatStandIn.Entry;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Reply;
import dev.tiller.app.standin.chat.Surface;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackMenusTest {

  private static final String WEB = "C0WEB";
  private static final ObjectNode MENU = object("action_id", "repo", "block_id", "m1");
  private static final Surface HOME = new Surface.OnHome();

  private SlackKit kit;
  private String card;

  @BeforeEach
  void start() throws IOException {
    kit = new SlackKit();
    card = card(kit.say(WEB, "hello"));
    await().until(() -> kit.slack.idle());
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void aMenuAsksTheBotForWhatMatches() throws IOException {
    offer("acme/web");

    var found = kit.slack.search("U0BEN", onCard(), MENU, "we");

    assertThat(found).containsExactly(new Entry("acme/web", "The acme/web"));
    var payload = last();
    assertThat(payload.path("type").asText()).isEqualTo("block_suggestion");
    assertThat(payload.path("value").asText()).isEqualTo("we");
    assertThat(payload.path("action_id").asText()).isEqualTo("repo");
    assertThat(payload.at("/user/id").asText()).isEqualTo("U0BEN");
    assertThat(payload.at("/container/message_ts").asText()).isEqualTo(card);
    assertThat(payload.at("/message/thread_ts").asText()).isNotEmpty();
    assertThat(kit.bot.received().getLast().header("x-slack-signature")).isPresent();
  }

  @Test
  void aChoiceTellsTheBotTheWholeEntry() throws IOException {
    offer("acme/web");
    kit.slack.search("U0BEN", onCard(), MENU, "");

    kit.slack.press("U0BEN", WEB, card, choice("acme/web"));

    var action = last().at("/actions/0");
    assertThat(action.path("type").asText()).isEqualTo("external_select");
    assertThat(action.at("/selected_option/value").asText()).isEqualTo("acme/web");
    assertThat(action.at("/selected_option/text/text").asText()).isEqualTo("The acme/web");
    assertThat(action.path("action_id").asText()).isEqualTo("repo");
  }

  @Test
  void nobodyCanChooseWhatTheyWereNotOffered() throws IOException {
    offer("acme/web");
    kit.slack.search("U0BEN", onCard(), MENU, "");

    assertThatThrownBy(() -> kit.slack.press("U0BEN", WEB, card, choice("acme/secret")))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> kit.slack.press("U0ANN", WEB, card, choice("acme/web")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anAnswerThatSlackDoesNotTakeShowsNothing() {
    for (var reply :
        List.of(
            Reply.empty(200),
            Reply.empty(500),
            Reply.json(200, object("options", List.of(option("x".repeat(151))))),
            Reply.json(200, object("options", List.of(object("value", "no text")))))) {
      kit.bot.answer(reply);
      assertThatThrownBy(() -> kit.slack.search("U0BEN", onCard(), MENU, ""))
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void aMenuWithoutEntriesOfItsOwnIsRefused() throws IOException {
    var bare = object("type", "static_select", "action_id", "x");
    var foreign =
        object(
            "type",
            "static_select",
            "action_id",
            "x",
            "options",
            List.of(option("a")),
            "initial_option",
            option("b"));

    for (var element : List.of(bare, foreign)) {
      var blocks = List.of(object("type", "actions", "elements", List.of(element)));
      assertThat(kit.errorOf("chat.postMessage", "channel", WEB, "blocks", blocks))
          .isEqualTo("invalid_blocks");
    }
  }

  @Test
  void aFormSendsTheChosenEntries() throws IOException {
    kit.slack.press("U0BEN", WEB, card, object("action_id", "repo", "block_id", "m1"));
    var trigger = last().path("trigger_id").asText();
    var form =
        kit.call("views.open", "trigger_id", trigger, "view", view()).at("/view/id").asText();
    offer("acme/web");
    var field = object("action_id", "value", "block_id", "repo");
    kit.slack.search("U0BEN", new Surface.OnForm(form), field, "w");
    assertThat(last().at("/view/callback_id").asText()).isEqualTo("settings");
    assertThat(last().has("channel")).isFalse();

    assertThat(kit.slack.submit("U0BEN", form, Map.of("repo", "acme/secret")).errors())
        .containsOnlyKeys("repo");
    kit.bot.answer(Reply.empty(200));
    kit.slack.submit("U0BEN", form, Map.of("repo", "acme/web", "model", "m2"));

    var values = last().at("/view/state/values");
    assertThat(values.at("/repo/value/selected_option/value").asText()).isEqualTo("acme/web");
    assertThat(values.at("/model/value/selected_option/text/text").asText()).isEqualTo("The m2");
  }

  @Test
  void whoeverOpensHomeSeesWhatTheBotPublishes() throws IOException {
    kit.slack.openHome("U0ANN");
    await().until(() -> !kit.events("app_home_opened").isEmpty());
    assertThat(kit.events("app_home_opened").getFirst().path("tab").asText()).isEqualTo("home");

    assertThat(kit.errorOf("views.publish", "user_id", "U0ANN", "view", home())).isEqualTo("ok");

    assertThat(kit.slack.view().homes())
        .singleElement()
        .satisfies(home -> {
          assertThat(home.person()).isEqualTo("U0ANN");
          assertThat(home.wire().path("type").asText()).isEqualTo("home");
        });
  }

  @Test
  void aHomeThatSlackWouldNotShowIsRefused() throws IOException {
    var modal = home().put("type", "modal");

    assertThat(kit.errorOf("views.publish", "user_id", "U0ANN", "view", modal))
        .isEqualTo("invalid_arguments");
    assertThat(kit.errorOf("views.publish", "user_id", "U0NONE", "view", home()))
        .isEqualTo("invalid_arguments");
    assertThat(kit.errorOf("views.publish", "user_id", "U0ANN", "view", home(), "hash", "old"))
        .isEqualTo("hash_conflict");
  }

  @Test
  void aClickInHomeHasAViewAndNoChannel() throws IOException {
    kit.call("views.publish", "user_id", "U0ANN", "view", home());
    var click = object("action_id", "edit", "block_id", "b1", "value", "settings:mine");

    kit.slack.pressHome("U0ANN", click);

    assertThat(last().at("/container/type").asText()).isEqualTo("view");
    assertThat(last().at("/view/type").asText()).isEqualTo("home");
    assertThat(last().has("channel")).isFalse();
    assertThat(last().at("/actions/0/value").asText()).isEqualTo("settings:mine");
    assertThatThrownBy(() -> kit.slack.pressHome("U0BEN", click)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> kit.slack.search("U0BEN", HOME, MENU, "")).isInstanceOf(Refusal.class);
  }

  private Surface onCard() {
    return new Surface.OnMessage(WEB, card);
  }

  private void offer(String value) {
    kit.bot.answer(Reply.json(200, object("options", List.of(option(value)))));
  }

  private static ObjectNode option(String value) {
    return object(
        "text", object("type", "plain_text", "text", cut("The " + value)), "value", value);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 75));
  }

  private static ObjectNode choice(String value) {
    return MENU.deepCopy().set("selected_option", object("value", value));
  }

  private static ObjectNode menu() {
    return object("type", "external_select", "action_id", "repo", "min_query_length", 0);
  }

  private static ObjectNode home() {
    var button =
        object(
            "type", "button",
            "action_id", "edit",
            "value", "settings:mine",
            "text", object("type", "plain_text", "text", "Edit"));
    var actions = object("type", "actions", "block_id", "b1", "elements", List.of(button));
    return object("type", "home", "blocks", List.of(actions));
  }

  private static ObjectNode view() {
    var model =
        object(
            "type", "static_select",
            "action_id", "value",
            "options", List.of(option("m1"), option("m2")));
    var repo = object("type", "external_select", "action_id", "value", "min_query_length", 0);
    return object(
        "type", "modal",
        "callback_id", "settings",
        "title", object("type", "plain_text", "text", "Settings"),
        "submit", object("type", "plain_text", "text", "Save"),
        "blocks", List.of(input("repo", repo), input("model", model)));
  }

  private static ObjectNode input(String id, JsonNode element) {
    return object(
        "type",
        "input",
        "block_id",
        id,
        "optional",
        true,
        "label",
        object("type", "plain_text", "text", id),
        "element",
        element);
  }

  private String card(String root) throws IOException {
    var blocks = List.of(object("type", "actions", "block_id", "m1", "elements", List.of(menu())));
    return kit.call("chat.postMessage", "channel", WEB, "thread_ts", root, "blocks", blocks)
        .path("ts")
        .asText();
  }

  /// What the bot was told last.
  private ObjectNode last() {
    return kit.bot.received().getLast().json();
  }
}
