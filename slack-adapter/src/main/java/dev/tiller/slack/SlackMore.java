package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws what stands behind a card's menu as an `overflow` element (Block Kit), and reads what was
/// chosen there. An entry says in its value what a button says in its `action_id` and value
/// together.
final class SlackMore {

  /// The `action_id` of the menu.
  static final String MORE = "more";

  private static final String LINK = "link:";
  private static final int FEWEST = 2;
  private static final int MOST = 5;
  private static final int LABEL_LIMIT = 75;
  private static final int VALUE_LIMIT = 150;
  private static final int URL_LIMIT = 3_000;

  private SlackMore() {}

  /// Those that go into the menu: none when there are too few for one. The others are buttons.
  static List<Button> entries(List<Button> more) {
    var fitting = more.stream().filter(SlackMore::fits).limit(MOST).toList();
    return fitting.size() < FEWEST ? List.of() : fitting;
  }

  /// The menu with these entries.
  static JsonObject element(List<Button> entries) {
    var options = new ArrayList<JsonObject>();
    entries.forEach(button -> options.add(option(button, options.size())));
    var element = BlockKit.typed("overflow");
    element.addProperty("action_id", MORE);
    element.add("options", BlockKit.array(options));
    return element;
  }

  /// The value of the entry that was chosen (`selected_option` of actions).
  static Optional<String> chosen(JsonObject action) {
    return Json.text(Json.object(action, "selected_option"), "value");
  }

  private static JsonObject option(Button button, int index) {
    var option = new JsonObject();
    option.add("text", BlockKit.plainText(SlackText.cut(button.label(), LABEL_LIMIT)));
    option.addProperty("value", value(button, index));
    if (button instanceof Button.Link link) {
      option.addProperty("url", link.url().toString());
    }
    return option;
  }

  private static boolean fits(Button button) {
    return value(button, MOST).length() <= VALUE_LIMIT
        && !(button instanceof Button.Link link && link.url().toString().length() > URL_LIMIT);
  }

  private static String value(Button button, int index) {
    return switch (button) {
      case Button.Link _ -> LINK + index;
      case Button.Press press -> SlackButtons.PRESS + press.key().encoded();
      case Button.OpenForm form -> SlackButtons.FORM + form.key().encoded();
    };
  }
}
