package dev.tiller.app.widgets;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.chat.ChatStandIn.Submitted;
import dev.tiller.app.standin.chat.PlatformView.Form;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.chat.Surface;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a person does with menus and fields to choose from, the same on both platforms.
///
/// @param person who does it
public record Widgets(ChatStandIn platform, String person) {

  /// How the button that sends a card's menu is labelled, in each language.
  private static final Set<String> SENDERS = Set.of("Choose", "Auswählen");

  /// What the menu of a card offers after some letters, by label. On Teams a menu has all its
  /// entries with it, and the letters filter them.
  public List<String> offered(Message card, String typed) {
    return choices(card, typed).stream().map(Choice::label).toList();
  }

  /// Looks for an entry of the card's menu by its label, and chooses it.
  ///
  /// @return what only this person is told
  public Optional<String> choose(Message card, String label) {
    var choice =
        choices(card, label).stream()
            .filter(it -> it.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no entry “" + label + "”"));
    return platform.press(person, card.channel(), card.id(), choice.action());
  }

  /// Fills in the form that is open in front of the person, and sends it. What is not named stays
  /// as it is.
  ///
  /// @param answers by the fields' labels; the label of the entry where there is one to choose
  public Submitted submit(Map<String, String> answers) {
    var form = openForm();
    var values = new HashMap<String, String>();
    var labels = new HashMap<>(answers);
    for (var field : fields(form)) {
      var answer = labels.remove(field.label());
      var value = answer == null ? field.initial() : value(form, field, answer);
      values.put(field.id(), value);
    }
    if (!labels.isEmpty()) {
      throw new AssertionError("no such fields: " + labels.keySet());
    }
    return platform.submit(person, form.id(), values);
  }

  /// What stands in the fields of the open form, by label: the value, not the label, of a choice.
  public Map<String, String> filledIn() {
    var filled = new HashMap<String, String>();
    fields(openForm()).forEach(field -> filled.put(field.label(), field.initial()));
    return filled;
  }

  /// The form in front of the person.
  public Form openForm() {
    return platform.view().forms().stream()
        .filter(form -> form.person().equals(person))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form is open"));
  }

  /// The bot's own page as the person was last shown it, where a platform has one.
  public Optional<JsonNode> home() {
    return platform.view().homes().stream()
        .filter(home -> home.person().equals(person))
        .<JsonNode>map(home -> home.wire())
        .findFirst();
  }

  /// Clicks a button of the bot's own page by its label.
  public Optional<String> pressHome(String label) {
    var home = home().orElseThrow(() -> new AssertionError("no page was shown"));
    for (var block : home.path("blocks")) {
      for (var element : block.path("elements")) {
        if (element.at("/text/text").asText().equals(label)) {
          return platform.pressHome(person, used(block, element));
        }
      }
    }
    throw new AssertionError("no button “" + label + "” in " + home);
  }

  /// An entry, and what choosing it means to the platform.
  private record Choice(String label, ObjectNode action) {}

  private List<Choice> choices(Message card, String typed) {
    return platform.id().equals("slack") ? slackChoices(card, typed) : teamsChoices(card, typed);
  }

  private List<Choice> slackChoices(Message card, String typed) {
    for (var block : card.wire().path("blocks")) {
      for (var element : block.path("elements")) {
        if (element.path("type").asText().equals("external_select")) {
          var used = used(block, element);
          var surface = new Surface.OnMessage(card.channel(), card.id());
          return platform.search(person, surface, used, typed).stream()
              .map(it -> new Choice(it.label(), chosen(used, it.value())))
              .toList();
        }
      }
    }
    throw new AssertionError("no menu in " + card.wire());
  }

  private static ObjectNode chosen(ObjectNode used, String value) {
    return used.deepCopy().set("selected_option", object("value", value));
  }

  private static ObjectNode used(JsonNode block, JsonNode element) {
    return object(
        "block_id", block.path("block_id"),
        "action_id", element.path("action_id"),
        "value", Optional.of(element.path("value")).filter(JsonNode::isTextual));
  }

  private static List<Choice> teamsChoices(Message card, String typed) {
    var menu = only(card.wire(), "Input.ChoiceSet");
    var button =
        all(card.wire(), "Action.Execute")
            .filter(it -> SENDERS.contains(it.path("title").asText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing sends the choice"));
    return menu.path("choices")
        .valueStream()
        .filter(it -> it.path("title").asText().contains(typed))
        .map(it -> new Choice(it.path("title").asText(), sending(button, menu, it)))
        .toList();
  }

  /// As Teams does: the inputs are merged into the data of the action.
  private static ObjectNode sending(JsonNode button, JsonNode menu, JsonNode choice) {
    var action = button.<ObjectNode>deepCopy();
    action.withObject("/data").set(menu.path("id").asText(), choice.path("value"));
    return action;
  }

  /// A field of a form.
  private record Field(String id, String label, String initial, JsonNode element) {}

  private List<Field> fields(Form form) {
    return platform.id().equals("slack")
        ? all(form.wire(), "input").map(Widgets::slackField).toList()
        : form.wire().findParents("id").stream().map(Widgets::teamsField).toList();
  }

  private static Field slackField(JsonNode block) {
    var element = block.path("element");
    return new Field(
        block.path("block_id").asText(),
        block.at("/label/text").asText(),
        element.at("/initial_option/value").asText(element.path("initial_value").asText()),
        element);
  }

  private static Field teamsField(JsonNode input) {
    return new Field(
        input.path("id").asText(),
        input.path("label").asText(),
        input.path("value").asText(),
        input);
  }

  private String value(Form form, Field field, String answer) {
    return switch (field.element().path("type").asText()) {
      case "external_select" -> {
        var used = object("block_id", field.id(), "action_id", field.element().path("action_id"));
        yield platform.search(person, new Surface.OnForm(form.id()), used, answer).stream()
            .filter(it -> it.label().equals(answer))
            .map(ChatStandIn.Entry::value)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no entry “" + answer + "”"));
      }
      case "static_select" -> valueOf(field.element().path("options"), "/text/text", answer);
      case "Input.ChoiceSet" -> valueOf(field.element().path("choices"), "/title", answer);
      default -> answer;
    };
  }

  private static String valueOf(JsonNode options, String label, String answer) {
    return options
        .valueStream()
        .filter(it -> answer.isEmpty() || it.at(label).asText().equals(answer))
        .map(it -> answer.isEmpty() ? "" : it.path("value").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no entry “" + answer + "” in " + options));
  }

  private static JsonNode only(JsonNode wire, String type) {
    return all(wire, type)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + wire));
  }

  private static Stream<JsonNode> all(JsonNode wire, String type) {
    return wire.findParents("type").stream()
        .filter(node -> node.path("type").asText().equals(type));
  }
}
