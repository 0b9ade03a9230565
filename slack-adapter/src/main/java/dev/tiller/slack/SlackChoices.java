package dev.tiller.slack;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.model.block.composition.PlainTextObject;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form.ChoiceField;
import dev.tiller.core.chat.Menu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Draws menus and fields to choose from as Block Kit's select elements, and reads what was chosen.
///
/// A label that is too long is shortened, a value never: it would come back as another one. So a
/// choice whose value is longer than Slack takes is not offered.
final class SlackChoices {

  /// Begins the `action_id` of a [Menu]; its key follows, since a choice has no room for it.
  static final String MENU = "menu:";

  private static final int MOST = 100;
  private static final int LABEL_LIMIT = 75;
  private static final int VALUE_LIMIT = 150;
  private static final int PLACEHOLDER_LIMIT = 150;
  private static final int ID_LIMIT = 255;

  private SlackChoices() {}

  /// The block with the menu, whose entries Slack asks for when somebody opens it. None for a key
  /// that does not fit into Slack's ids.
  static List<JsonObject> block(Menu menu) {
    var id = MENU + menu.key().encoded();
    return id.length() > ID_LIMIT
        ? List.of()
        : List.of(BlockKit.containing("actions", List.of(external(id, menu.label()))));
  }

  /// The element of a form's field.
  static JsonObject element(ChoiceField field, String id) {
    var choices = offered(field);
    var element = field.searchable() || choices.isEmpty() ? external(id, "") : fixed(id, choices);
    choices.stream()
        .filter(same(field.initial()))
        .findFirst()
        .ifPresent(choice -> element.add("initial_option", option(choice)));
    return element;
  }

  /// The choices, among which the initial one must be.
  private static List<Choice> offered(ChoiceField field) {
    return field.choices().stream().limit(MOST).anyMatch(same(field.initial()))
        ? fitting(field.choices())
        : fitting(Stream.concat(field.initial().stream(), field.choices().stream()).toList());
  }

  /// What Slack is answered when it asks for a menu's entries.
  static List<Option> found(List<Choice> choices) {
    return fitting(choices).stream()
        .map(choice ->
            Option.builder()
                .text(PlainTextObject.builder().text(label(choice)).emoji(false).build())
                .value(choice.value())
                .build())
        .toList();
  }

  /// What is chosen in an element (`selected_option` of actions and of a view's state).
  static Optional<String> chosen(JsonObject element) {
    return Json.text(Json.object(element, "selected_option"), "value")
        .filter(value -> !value.isBlank() && value.length() <= VALUE_LIMIT);
  }

  private static Predicate<Choice> same(Optional<Choice> choice) {
    return other -> choice.filter(it -> it.value().equals(other.value())).isPresent();
  }

  private static JsonObject external(String id, String placeholder) {
    var element = select("external_select", id, placeholder);
    element.addProperty("min_query_length", 0);
    return element;
  }

  private static JsonObject fixed(String id, List<Choice> choices) {
    var element = select("static_select", id, "");
    element.add("options", BlockKit.array(choices.stream().map(SlackChoices::option).toList()));
    return element;
  }

  private static JsonObject select(String type, String id, String placeholder) {
    var element = BlockKit.typed(type);
    element.addProperty("action_id", id);
    if (!placeholder.isBlank()) {
      element.add("placeholder", BlockKit.plainText(SlackText.cut(placeholder, PLACEHOLDER_LIMIT)));
    }
    return element;
  }

  private static JsonObject option(Choice choice) {
    var option = new JsonObject();
    option.add("text", BlockKit.plainText(label(choice)));
    option.addProperty("value", choice.value());
    return option;
  }

  private static String label(Choice choice) {
    return SlackText.cut(choice.label(), LABEL_LIMIT);
  }

  /// As many as Slack shows, each value once.
  private static List<Choice> fitting(List<Choice> choices) {
    var byValue = new LinkedHashMap<String, Choice>();
    choices.stream()
        .filter(SlackChoices::fits)
        .forEach(choice -> byValue.putIfAbsent(choice.value(), choice));
    return byValue.values().stream().limit(MOST).toList();
  }

  private static boolean fits(Choice choice) {
    return choice.value().length() <= VALUE_LIMIT;
  }
}
