package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form.ChoiceField;
import dev.tiller.core.chat.Menu;
import dev.tiller.core.chat.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackChoicesTest {

  private static final Choice WEB = new Choice("acme/web", "acme/web");
  private static final Choice API = new Choice("acme/api", "acme/api (the backend)");

  @Test
  void aMenuAsksForItsEntriesAndCarriesItsKey() {
    var drawn = Drawn.of(asking(new Menu("Choose a repository", key("draft-1"), List.of(WEB))));

    var select = drawn.all("external_select").getFirst();
    assertThat(select.get("action_id").getAsString()).isEqualTo("menu:choose:draft-1");
    assertThat(select.get("min_query_length").getAsInt()).isZero();
    assertThat(select.getAsJsonObject("placeholder").get("text").getAsString())
        .isEqualTo("Choose a repository");
    assertThat(drawn.types()).containsSubsequence("actions", "actions");
    assertThat(drawn.labels()).contains("Cancel");
  }

  @Test
  void aMenuWhoseKeySlackCannotCarryIsLeftOut() {
    var drawn = Drawn.of(asking(new Menu("Choose", key("d".repeat(250)), List.of(WEB))));

    assertThat(drawn.all("external_select")).isEmpty();
  }

  @Test
  void longLabelsAreCutAndLongValuesAreNotOffered() {
    var long75 = new Choice("v".repeat(150), "l".repeat(200));
    var tooLong = new Choice("v".repeat(151), "too long");

    var found = SlackChoices.found(List.of(long75, tooLong, WEB));

    assertThat(found).extracting(it -> it.getValue()).containsExactly("v".repeat(150), "acme/web");
    assertThat(found.getFirst().getText().getText()).hasSize(75).endsWith("…");
  }

  @Test
  void noMoreThanAHundredChoicesAreOfferedAndNoneTwice() {
    var many = new ArrayList<>(List.of(WEB, WEB));
    IntStream.range(0, 200).forEach(i -> many.add(new Choice("r" + i, "r" + i)));

    assertThat(SlackChoices.found(many)).hasSize(100).doesNotHaveDuplicates();
    assertThat(SlackChoices.found(many).get(1).getValue()).isEqualTo("r0");
  }

  @Test
  void markupInALabelStandsInPlainText() {
    var label = "<!channel> *x* &amp;";

    var option = SlackChoices.found(List.of(new Choice("v", label))).getFirst();

    assertThat(option.getText().getType()).isEqualTo("plain_text");
    assertThat(option.getText().getText()).isEqualTo(label);
  }

  @Test
  void aFieldWithFewChoicesHasThemAllAndBeginsWithItsInitialOne() {
    var element = SlackChoices.element(field(Optional.of(API), List.of(WEB, API), false), "value");

    assertThat(element.get("type").getAsString()).isEqualTo("static_select");
    assertThat(valuesOf(element)).containsExactly("acme/web", "acme/api");
    assertThat(element.getAsJsonObject("initial_option"))
        .isEqualTo(element.getAsJsonArray("options").get(1));
  }

  @Test
  void anInitialChoiceThatIsNotAmongTheOthersIsAddedToThem() {
    var element = SlackChoices.element(field(Optional.of(API), List.of(WEB), false), "value");

    assertThat(valuesOf(element)).containsExactly("acme/api", "acme/web");
    assertThat(element.has("initial_option")).isTrue();
  }

  @Test
  void aSearchableFieldAsksForItsChoices() {
    var element = SlackChoices.element(field(Optional.of(API), List.of(WEB), true), "value");

    assertThat(element.get("type").getAsString()).isEqualTo("external_select");
    assertThat(element.has("options")).isFalse();
    assertThat(element.getAsJsonObject("initial_option").get("value").getAsString())
        .isEqualTo("acme/api");
  }

  @Test
  void aFieldWithoutChoicesCanStillBeShown() {
    var element = SlackChoices.element(field(Optional.empty(), List.of(), false), "value");

    assertThat(element.get("type").getAsString()).isEqualTo("external_select");
    assertThat(element.has("initial_option")).isFalse();
  }

  private static List<String> valuesOf(JsonObject element) {
    return Json.objects(element, "options").stream()
        .map(option -> option.get("value").getAsString())
        .toList();
  }

  private static ChoiceField field(Optional<Choice> first, List<Choice> choices, boolean search) {
    return new ChoiceField("repo", "Repository", "", first, choices, search, true);
  }

  private static ActionKey key(String subject) {
    return new ActionKey("choose", subject);
  }

  private static Card asking(Menu menu) {
    return new Card(
            "Which repository?",
            Card.Tone.WAITING,
            "",
            List.of(),
            RichText.EMPTY,
            Optional.empty(),
            List.of(new Button.Press("Cancel", key("cancel"))),
            "")
        .with(menu);
  }
}
