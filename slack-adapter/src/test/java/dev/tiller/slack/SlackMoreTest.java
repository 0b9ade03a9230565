package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.RichText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What stands behind a card's menu: how it is drawn, and what becomes of a choice.
class SlackMoreTest {

  private static final Button ARCHIVE =
      new Button.Press("Archive", new ActionKey("archive", "run-1"));
  private static final Button FEEDBACK =
      new Button.OpenForm("Give feedback", new ActionKey("feedback", "run-1"));
  private static final Button WEB =
      new Button.Link("Open in Cursor", URI.create("https://cursor.example/agents?id=1"));

  final SlackInMiniature slack = start();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void theMenuStandsBehindTheButtonsInTheirBlock() {
    var drawn = Drawn.of(card(List.of(ARCHIVE, FEEDBACK, WEB)));

    assertThat(drawn.types()).containsExactly("rich_text", "actions");
    assertThat(drawn.all("overflow"))
        .singleElement()
        .satisfies(menu -> {
          assertThat(menu.get("action_id").getAsString()).isEqualTo("more");
          assertThat(values(menu))
              .containsExactly("press:archive:run-1", "form:feedback:run-1", "link:2");
          assertThat(options(menu).getLast().get("url").getAsString())
              .isEqualTo("https://cursor.example/agents?id=1");
        });
  }

  @Test
  void aSingleEntryIsAButton() {
    var drawn = Drawn.of(card(List.of(ARCHIVE)));

    assertThat(drawn.all("overflow")).isEmpty();
    assertThat(drawn.labels()).containsExactly("Stop", "Archive");
  }

  @Test
  void whatDoesNotFitIntoTheMenuIsAButton() {
    var wordy = new Button.Press("Wordy", new ActionKey("do", "x".repeat(150)));
    var six =
        IntStream.range(0, 6)
            .<Button>mapToObj(i -> new Button.Press("No " + i, new ActionKey("do", "thing-" + i)))
            .toList();

    assertThat(Drawn.of(card(List.of(ARCHIVE, wordy, FEEDBACK))).labels())
        .containsExactly("Stop", "Wordy");
    assertThat(Drawn.of(card(six)).labels()).containsExactly("Stop", "No 5");
    assertThat(Drawn.of(card(six)).more()).hasSize(5);
  }

  @Test
  void aChosenEntryIsHandedInAsAClick() {
    assertThat(slack.interact(choose("press:archive:run-1")).status()).isEqualTo(200);

    assertThat(slack.bot.actions)
        .singleElement()
        .satisfies(action -> {
          assertThat(action.key()).isEqualTo(new ActionKey("archive", "run-1"));
          assertThat(action.value()).isEmpty();
          assertThat(action.card()).isPresent();
        });
  }

  @Test
  void aChosenFormIsOpened() {
    var form = new Form(new ActionKey("feedback", "run-1"), "n-1", "Feedback", "Send", List.of());
    slack.bot.answer = action -> new Ask.Answer.Open(form);

    assertThat(slack.interact(choose("form:feedback:run-1")).status()).isEqualTo(200);

    assertThat(slack.bot.actions).isEmpty();
    assertThat(slack.api.calls("views.open")).hasSize(1);
  }

  @Test
  void chosenLinksAndForeignEntriesAreOnlyAcknowledged() {
    for (var value : List.of("link:2", "archive:run-1", "press:", "")) {
      assertThat(slack.interact(choose(value)).status()).as(value).isEqualTo(200);
    }
    assertThat(slack.bot.actions).isEmpty();
    assertThat(slack.api.calls()).isEmpty();
  }

  private static JsonObject choose(String value) {
    var payload = Fixtures.clickOn("more");
    var action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    var option = new JsonObject();
    option.add("text", BlockKit.plainText("Archive"));
    option.addProperty("value", value);
    action.addProperty("type", "overflow");
    action.remove("value");
    action.remove("text");
    action.add("selected_option", option);
    return payload;
  }

  private static Card card(List<Button> more) {
    return new Card(
            "Working",
            Card.Tone.NEUTRAL,
            "",
            List.of(),
            RichText.EMPTY,
            Optional.empty(),
            List.of(new Button.Press("Stop", new ActionKey("stop", "run-1"))),
            "")
        .with(more);
  }

  private static List<JsonObject> options(JsonObject menu) {
    return menu.getAsJsonArray("options").asList().stream()
        .map(option -> option.getAsJsonObject())
        .toList();
  }

  private static List<String> values(JsonObject menu) {
    return options(menu).stream().map(option -> option.get("value").getAsString()).toList();
  }
}
