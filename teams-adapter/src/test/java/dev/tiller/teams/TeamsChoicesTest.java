package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Form.ChoiceField;
import dev.tiller.core.chat.Menu;
import dev.tiller.core.chat.RichText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamsChoicesTest {

  private static final ActionKey KEY = new ActionKey("choose", "draft-1");
  private static final Choice WEB = new Choice("acme/web", "acme/web");
  private static final Choice API = new Choice("acme/api", "acme/api (the backend)");

  @Test
  void aMenuIsASearchableListWithAButtonThatSendsIt() {
    var card = TeamsCards.card(asking(new Menu("Choose a repository", KEY, List.of(WEB, API))));

    var input = only(card, "Input.ChoiceSet");
    assertThat(input.path("style").asText()).isEqualTo("filtered");
    assertThat(input.path("label").asText()).isEqualTo("Choose a repository");
    assertThat(input.path("isRequired").asBoolean()).isTrue();
    assertThat(input.path("choices").findValuesAsText("value"))
        .containsExactly("acme/web", "acme/api");
    assertThat(input.path("choices").findValuesAsText("title"))
        .containsExactly("acme/web", "acme/api (the backend)");
    var send = only(card.path("body"), "Action.Execute");
    assertThat(send.path("title").asText()).isEqualTo("Choose");
    assertThat(send.path("verb").asText()).isEqualTo("choose");
    assertThat(send.path("data")).hasToString("{\"key\":\"choose:draft-1\",\"menu\":true}");
    assertThat(send.has("associatedInputs")).isFalse();
  }

  @Test
  void theOtherButtonsNeedNothingChosen() {
    var card = TeamsCards.card(asking(new Menu("Choose", KEY, List.of(WEB))));

    assertThat(card.path("actions").path(0).path("associatedInputs").asText()).isEqualTo("none");
    assertThat(card.path("actions").path(1).has("associatedInputs")).isFalse();
  }

  @Test
  void longLabelsAreCutAndLongValuesAreNotOffered() {
    var choices =
        List.of(
            new Choice("v".repeat(150), "l".repeat(200)),
            new Choice("v".repeat(151), "too long"),
            WEB,
            WEB);

    var drawn = TeamsChoices.menu(new Menu("Choose", KEY, choices)).path("choices");

    assertThat(drawn.findValuesAsText("value")).containsExactly("v".repeat(150), "acme/web");
    assertThat(drawn.path(0).path("title").asText()).hasSize(75).endsWith("…");
  }

  @Test
  void noMoreChoicesAreOfferedThanThereIsRoomFor() {
    var many = new ArrayList<Choice>();
    IntStream.range(0, 300).forEach(i -> many.add(new Choice("repo-" + i, "repo " + i)));
    var long100 =
        IntStream.range(0, 100)
            .mapToObj(i -> new Choice(i + "v".repeat(140), "l".repeat(75)))
            .toList();

    assertThat(TeamsChoices.menu(new Menu("Choose", KEY, many)).path("choices")).hasSize(100);
    assertThat(TeamsChoices.menu(new Menu("Choose", KEY, long100)).toString())
        .hasSizeLessThan(10_000);
  }

  @Test
  void aFieldBeginsWithItsInitialChoiceEvenIfItIsNotAmongTheOthers() {
    var input = field(Optional.of(API), false);

    assertThat(input.path("style").asText()).isEqualTo("compact");
    assertThat(input.path("value").asText()).isEqualTo("acme/api");
    assertThat(input.path("choices").findValuesAsText("value"))
        .containsExactly("acme/api", "acme/web");
    assertThat(input.path("isRequired").asBoolean()).isFalse();
  }

  @Test
  void aSearchableFieldCanBeFiltered() {
    assertThat(field(Optional.empty(), true).path("style").asText()).isEqualTo("filtered");
    assertThat(field(Optional.empty(), true).has("value")).isFalse();
  }

  @Test
  void aFieldInADialogComesBackAsItsValue() {
    var dialog = TeamsForms.dialog(form(Optional.empty(), true));
    var data = (ObjectNode) only(dialog, "Action.Submit").path("data").deepCopy();
    data.put(only(dialog, "Input.ChoiceSet").path("id").asText(), "acme/web");

    assertThat(TeamsForms.read(data).orElseThrow().values()).isEqualTo(Map.of("repo", "acme/web"));
    assertThat(dialog.findValuesAsText("text")).containsExactly("Where it works");
  }

  private static JsonNode field(Optional<Choice> initial, boolean searchable) {
    return only(TeamsForms.dialog(form(initial, searchable)), "Input.ChoiceSet");
  }

  private static Form form(Optional<Choice> initial, boolean searchable) {
    var field =
        new ChoiceField(
            "repo", "Repository", "Where it works", initial, List.of(WEB), searchable, true);
    return new Form(
        new ActionKey("settings", "channel"), "n-1", "Settings", "Save", List.of(field));
  }

  private static JsonNode only(JsonNode root, String type) {
    var found =
        root.findParents("type").stream()
            .filter(node -> node.path("type").asText().equals(type))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static Card asking(Menu menu) {
    return new Card(
            "Which repository?",
            Card.Tone.WAITING,
            "",
            List.of(),
            RichText.EMPTY,
            Optional.empty(),
            List.of(
                new Button.OpenForm("Change", KEY),
                new Button.Link("Help", URI.create("https://help.example"))),
            "")
        .with(menu);
  }
}
