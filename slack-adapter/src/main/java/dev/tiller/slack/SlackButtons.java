package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Button;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Draws buttons as an `actions` block (Block Kit). What a click asks for is told by the beginning
/// of the button's `action_id`; the key is its `value`.
final class SlackButtons {

  /// Begins the `action_id` of a [Button.Press].
  static final String PRESS = "press:";

  /// Begins the `action_id` of a [Button.OpenForm].
  static final String FORM = "form:";

  private static final String LINK = "link:";

  private static final int MOST_ELEMENTS = 25;
  private static final int LABEL_LIMIT = 75;
  private static final int URL_LIMIT = 3_000;

  private SlackButtons() {}

  /// The block with the buttons, and at its end a menu of what is wanted less often; none without
  /// either. A link that is longer than Slack takes is left out; the message's fallback text has
  /// it.
  static List<JsonObject> block(List<Button> buttons, List<Button> more) {
    var entries = SlackMore.entries(more);
    var others = more.stream().filter(button -> !entries.contains(button));
    int most = entries.isEmpty() ? MOST_ELEMENTS : MOST_ELEMENTS - 1;
    var drawn = drawn(Stream.concat(buttons.stream(), others).toList(), most);
    if (!entries.isEmpty()) {
      drawn.add(SlackMore.element(entries));
    }
    return drawn.isEmpty() ? List.of() : List.of(BlockKit.containing("actions", drawn));
  }

  private static List<JsonObject> drawn(List<Button> buttons, int most) {
    var drawn = new ArrayList<JsonObject>();
    var ids = new HashSet<String>();
    for (var button : buttons) {
      if (drawn.size() < most && fits(button)) {
        var element = element(button, drawn.size());
        makeUnique(element, ids, drawn.size());
        drawn.add(element);
      }
    }
    return drawn;
  }

  private static boolean fits(Button button) {
    return !(button instanceof Button.Link link) || link.url().toString().length() <= URL_LIMIT;
  }

  private static JsonObject element(Button button, int index) {
    var element = BlockKit.typed("button");
    element.add("text", BlockKit.plainText(SlackText.cut(button.label(), LABEL_LIMIT)));
    switch (button) {
      case Button.Link(_, var url, var style) -> {
        element.addProperty("action_id", LINK + index);
        element.addProperty("url", url.toString());
        addStyle(element, style);
      }
      case Button.Press(_, var key, var style) -> addKey(element, PRESS, key, style);
      case Button.OpenForm(_, var key, var style) -> addKey(element, FORM, key, style);
    }
    return element;
  }

  private static void addKey(JsonObject element, String kind, ActionKey key, Button.Style style) {
    element.addProperty("action_id", kind + key.verb());
    element.addProperty("value", key.encoded());
    addStyle(element, style);
  }

  private static void addStyle(JsonObject element, Button.Style style) {
    if (style != Button.Style.DEFAULT) {
      element.addProperty("style", style.name().toLowerCase(Locale.ROOT));
    }
  }

  /// Slack refuses two buttons of one block with the same `action_id`.
  private static void makeUnique(JsonObject element, Set<String> ids, int index) {
    var id = element.get("action_id").getAsString();
    if (!ids.add(id)) {
      element.addProperty("action_id", id + ":" + index);
    }
  }
}
