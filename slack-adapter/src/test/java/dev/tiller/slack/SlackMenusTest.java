package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Menus and fields to choose from, through the real Bolt app.
class SlackMenusTest {

  private static final Address THREAD =
      new Address(new ChatThread(Platform.SLACK, "T0ACME", "C0WEB", "1763800000.000100"), "");
  private static final Person ANN = new Person("U0ANN", "U0ANN", "U0ANN");
  private static final ActionKey KEY = new ActionKey("choose", "draft-1");
  private static final String NOTHING = "{\"options\":[]}";

  final SlackInMiniature slack = start();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void whatIsTypedIntoAMenuIsAnsweredWithWhatMatches() {
    slack.bot.found = List.of(new Choice("acme/web", "acme/web <b>"));

    var answer = JsonParser.parseString(search(Fixtures.payload("block_suggestion")));

    assertThat(slack.bot.queries).containsExactly(new ChoiceQuery(THREAD, ANN, KEY, "", "web"));
    assertThat(answer)
        .isEqualTo(
            JsonParser.parseString(
                """
                {"options": [{"value": "acme/web",
                  "text": {"type": "plain_text", "text": "acme/web <b>", "emoji": false}}]}
                """));
  }

  @Test
  void aMenuThatWasOnlyOpenedIsSearchedWithoutWords() {
    var opened = changed("block_suggestion", it -> it.addProperty("value", ""));

    search(opened);

    assertThat(slack.bot.queries).extracting(ChoiceQuery::typed).containsExactly("");
  }

  @Test
  void anEndlessSearchIsCut() {
    search(changed("block_suggestion", it -> it.addProperty("value", "x".repeat(5_000))));

    assertThat(slack.bot.queries.getFirst().typed()).hasSize(200);
  }

  @Test
  void aSearchInAFormNamesItsField() {
    var form = new Form(new ActionKey("settings", "channel"), "n-1", "Settings", "Save", List.of());
    var payload = Fixtures.payload("block_suggestion");
    payload.remove("channel");
    payload.remove("message");
    payload.addProperty("block_id", "repo");
    payload.addProperty("action_id", "value");
    payload.add("view", JsonParser.parseString(SlackForms.view(form, THREAD)));

    search(payload);

    assertThat(slack.bot.queries)
        .containsExactly(new ChoiceQuery(THREAD, ANN, form.key(), "repo", "web"));
  }

  @Test
  void nobodyElsesMenuAndNobodyFromOutsideIsAnswered() {
    slack.bot.found = List.of(new Choice("acme/web", "acme/web"));
    for (var payload :
        List.of(
            changed("block_suggestion", it -> it.addProperty("action_id", "somebody-elses")),
            changed("block_suggestion", it -> it.addProperty("action_id", "menu:nokey")),
            changed("block_suggestion", it -> it.remove("user")),
            changed("block_suggestion", it -> it.getAsJsonObject("user").remove("id")),
            changed("block_suggestion", SlackMenusTest::fromAnotherWorkspace),
            changed(
                "block_suggestion",
                it -> {
                  it.remove("channel");
                  it.remove("container");
                  it.remove("message");
                }))) {
      assertThat(slack.interact(payload))
          .satisfies(answer -> {
            assertThat(answer.status()).isIn(200, 400);
            assertThat(text(answer.body())).isIn(NOTHING, "");
          });
    }
    assertThat(slack.bot.queries).isEmpty();
  }

  @Test
  void aSearchWithoutAMenuIsMalformed() {
    var payload = changed("block_suggestion", it -> it.remove("action_id"));

    assertThat(slack.interact(payload).status()).isEqualTo(400);
  }

  @Test
  void aSearchNeedsASignature() {
    assertThat(slack.deliver("payload=x", SlackInMiniature.NOW, "v0=" + "0".repeat(64)).status())
        .isEqualTo(401);
  }

  @Test
  void aSearchThatFailsFindsNothing() {
    slack.bot.broken = true;
    try (var log = new Logged()) {
      assertThat(search(Fixtures.payload("block_suggestion"))).isEqualTo(NOTHING);

      assertThat(log.text()).contains("choices not found").doesNotContain("private words");
    }
  }

  @Test
  void aChoiceIsHandedInWithItsValue() {
    assertThat(slack.interact(choice("acme/web")).status()).isEqualTo(200);

    assertThat(slack.bot.actions)
        .containsExactly(
            new Action(
                THREAD,
                ANN,
                KEY,
                Optional.of(new MessageRef("1763800005.000400")),
                Optional.of("acme/web")));
  }

  @Test
  void aChoiceThatNoMenuOffersIsOnlyAcknowledged() {
    for (var payload :
        List.of(choice(""), choice(" "), choice("v".repeat(151)), withoutOption(choice("x")))) {
      assertThat(slack.interact(payload).status()).isEqualTo(200);
    }
    var foreign = choice("acme/web");
    fromAnotherWorkspace(foreign);
    assertThat(slack.interact(foreign).status()).isEqualTo(200);

    assertThat(slack.bot.actions).isEmpty();
  }

  @Test
  void whatWasChosenInAFormComesBackAsItsValues() {
    var payload = Fixtures.payload("view_submission");
    var values = payload.getAsJsonObject("view").getAsJsonObject("state").getAsJsonObject("values");
    values.add("repo", JsonParser.parseString("{\"value\":" + selected("acme/web") + "}"));
    values.add(
        "model",
        JsonParser.parseString(
            "{\"value\":{\"type\":\"static_select\",\"selected_option\":null}}"));

    slack.interact(payload);

    assertThat(slack.bot.forms.getFirst().values())
        .containsEntry("repo", "acme/web")
        .containsKey("prompt")
        .doesNotContainKey("model");
  }

  private String search(JsonObject payload) {
    var answer = slack.interact(payload);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    return text(answer.body());
  }

  private static JsonObject choice(String value) {
    var payload = Fixtures.clickOn("menu:choose:draft-1");
    var action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    action.remove("value");
    JsonParser.parseString(selected(value)).getAsJsonObject().asMap().forEach(action::add);
    return payload;
  }

  private static JsonObject withoutOption(JsonObject payload) {
    payload.getAsJsonArray("actions").get(0).getAsJsonObject().remove("selected_option");
    return payload;
  }

  private static String selected(String value) {
    return """
    {"type": "external_select", "selected_option":
      {"text": {"type": "plain_text", "text": "a label"}, "value": "%s"}}
    """
        .formatted(value);
  }

  private static void fromAnotherWorkspace(JsonObject payload) {
    payload.getAsJsonObject("user").addProperty("team_id", "T0OTHER");
  }

  private static JsonObject changed(String name, Consumer<JsonObject> change) {
    var payload = Fixtures.payload(name);
    change.accept(payload);
    return payload;
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
