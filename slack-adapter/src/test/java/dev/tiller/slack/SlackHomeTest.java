package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Receipt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The Home tab, through the real Bolt app.
class SlackHomeTest {

  private static final Address HOME =
      new Address(new ChatThread(Platform.SLACK, "T0ACME", "U0ANN", "home"), "");

  final SlackInMiniature slack = start();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void whoeverOpensHomeIsShownTheirPage() {
    assertThat(slack.deliver(Fixtures.payload("app_home_opened")).status()).isEqualTo(200);

    var call = awaitPublished(1);
    assertThat(call.argument("user_id")).isEqualTo("U0ANN");
    var view = JsonParser.parseString(call.argument("view")).getAsJsonObject();
    assertThat(view.get("type").getAsString()).isEqualTo("home");
    assertThat(new Drawn(view.get("blocks").toString()).text()).contains("Your settings");
    assertThat(slack.bot.visits).containsExactly(HOME);
  }

  @Test
  void otherTabsAndVisitsWithoutAPersonAreOnlyAcknowledged() {
    for (var payload :
        List.of(
            Fixtures.event("app_home_opened", it -> it.addProperty("tab", "messages")),
            Fixtures.event("app_home_opened", it -> it.remove("tab")),
            Fixtures.event("app_home_opened", it -> it.remove("user")))) {
      assertThat(slack.deliver(payload).status()).isEqualTo(200);
    }
    slack.deliver(Fixtures.payload("app_home_opened"));
    awaitPublished(1);
    assertThat(slack.bot.visits).hasSize(1);
  }

  @Test
  void aPageThatCannotBeShownIsLoggedByIdsAlone() {
    slack.api.answer(RecordingSlack.Answer.error("not_enabled"));
    try (var log = new Logged()) {
      assertThat(slack.deliver(Fixtures.payload("app_home_opened")).status()).isEqualTo(200);

      awaitPublished(1);
      await().until(() -> log.text().contains("home page not shown"));
      assertThat(log.text()).contains("U0ANN").doesNotContain("Your settings");
    }
  }

  @Test
  void aButtonOnHomeComesBackWithThePagesAddress() {
    slack.bot.receipt = Receipt.note("Saved <now>.");

    assertThat(slack.interact(clickOnHome("press:reset")).status()).isEqualTo(200);

    assertThat(slack.bot.actions)
        .singleElement()
        .satisfies(action -> {
          assertThat(action.address()).isEqualTo(HOME);
          assertThat(action.card()).isEmpty();
        });
    assertThat(awaitPublished(1).argument("view")).contains("Saved <now>.");
    assertThat(slack.api.calls("chat.postEphemeral")).isEmpty();
  }

  @Test
  void aFormFromHomeIsOpenedAndHomeIsShownAnewOnceItIsSent() {
    var form = new Form(new ActionKey("settings", "mine"), "n-1", "Settings", "Save", List.of());
    slack.bot.answer = action -> new Ask.Answer.Open(form);

    slack.interact(clickOnHome("form:settings"));
    var view = slack.api.calls("views.open").getFirst().argument("view");
    var sent = Fixtures.payload("view_submission");
    JsonParser.parseString(view)
        .getAsJsonObject()
        .asMap()
        .forEach(sent.getAsJsonObject("view")::add);
    assertThat(slack.interact(sent).status()).isEqualTo(200);

    assertThat(slack.bot.forms).extracting(it -> it.address()).containsExactly(HOME);
    awaitPublished(1);
  }

  @Test
  void whoeverMayNotHaveAFormIsToldOnHome() {
    slack.interact(clickOnHome("form:settings"));

    assertThat(awaitPublished(1).argument("view")).contains("Only the owner may do that.");
  }

  @Test
  void aNoteStandsAboveThePage() {
    var view = SlackHome.view(slack.bot.home, Optional.of("Saved."));
    var blocks = JsonParser.parseString(view).getAsJsonObject().get("blocks");

    assertThat(new Drawn(blocks.toString()).types())
        .startsWith("rich_text", "divider", "rich_text");
  }

  private static JsonObject clickOnHome(String button) {
    var payload = Fixtures.clickOn(button);
    payload.remove("channel");
    payload.remove("message");
    payload.add("container", JsonParser.parseString("{\"type\":\"view\",\"view_id\":\"V0HOME\"}"));
    payload.add(
        "view",
        JsonParser.parseString(
            "{\"id\":\"V0HOME\",\"team_id\":\"T0ACME\",\"type\":\"home\",\"blocks\":[]}"));
    return payload;
  }

  private RecordingSlack.Call awaitPublished(int count) {
    await().until(() -> slack.api.calls("views.publish").size() == count);
    return slack.api.calls("views.publish").getLast();
  }
}
