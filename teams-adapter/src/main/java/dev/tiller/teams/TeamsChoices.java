package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form.ChoiceField;
import dev.tiller.core.chat.Menu;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws menus and fields to choose from as `Input.ChoiceSet` (Adaptive Cards 1.5), and reads what
/// was chosen. Teams searches in the choices that the card has.
///
/// A label that is too long is shortened, a value never: it would come back as another one. So a
/// choice whose value is too long is not offered.
final class TeamsChoices {

  /// The input of a card's menu, beside the key of the button that sends it.
  static final String CHOSEN = "chosen";

  private static final int MOST = 100;
  private static final int LABEL_LIMIT = 75;
  private static final int VALUE_LIMIT = 150;

  /// Characters of JSON that the choices may take from a message.
  private static final int SIZE = 9_000;

  private TeamsChoices() {}

  /// The menu's input. The button that sends it is the caller's.
  static ObjectNode menu(Menu menu) {
    return set(CHOSEN, menu.label(), "filtered", menu.choices())
        .put("placeholder", oneLine(menu.label()))
        .put("isRequired", true)
        .put("errorMessage", Texts.get("adapter.choose-one"));
  }

  /// The input of a form's field.
  static ObjectNode field(ChoiceField field, String id) {
    var offered =
        field.choices().stream().limit(MOST).anyMatch(choice -> is(choice, field.initial()))
            ? field.choices()
            : Stream.concat(field.initial().stream(), field.choices().stream()).toList();
    var input = set(id, field.label(), field.searchable() ? "filtered" : "compact", offered);
    input.put("isRequired", !field.optional()).put("errorMessage", Texts.get("adapter.choose-one"));
    field
        .initial()
        .filter(TeamsChoices::fits)
        .ifPresent(choice -> input.put("value", choice.value()));
    return input;
  }

  /// What was chosen from a card's menu; empty when it was nothing, or nothing that can be chosen.
  static Optional<String> chosen(JsonNode data) {
    return Optional.ofNullable(data.path(CHOSEN).textValue())
        .filter(value -> !value.isBlank() && value.length() <= VALUE_LIMIT);
  }

  private static ObjectNode set(String id, String label, String style, List<Choice> choices) {
    var input =
        TeamsElements.element("Input.ChoiceSet")
            .put("id", id)
            .put("label", oneLine(label))
            .put("style", style);
    input.putArray("choices").addAll(drawn(choices));
    return input;
  }

  /// As many as there is room for, each value once.
  private static List<ObjectNode> drawn(List<Choice> choices) {
    var byValue = new LinkedHashMap<String, Choice>();
    choices.stream()
        .filter(TeamsChoices::fits)
        .forEach(choice -> byValue.putIfAbsent(choice.value(), choice));
    var drawn = new ArrayList<ObjectNode>();
    int left = SIZE;
    for (var choice : byValue.values().stream().limit(MOST).toList()) {
      var json =
          TeamsJson.object().put("title", oneLine(choice.label())).put("value", choice.value());
      left -= json.toString().length();
      if (left < 0) {
        break;
      }
      drawn.add(json);
    }
    return drawn;
  }

  private static boolean fits(Choice choice) {
    return choice.value().length() <= VALUE_LIMIT;
  }

  private static boolean is(Choice choice, Optional<Choice> other) {
    return other.filter(it -> it.value().equals(choice.value())).isPresent();
  }

  private static String oneLine(String text) {
    return TeamsElements.visible(TeamsCut.line(text, LABEL_LIMIT)).replaceAll("\\R", " ");
  }
}
