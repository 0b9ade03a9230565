package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.schema.Rules.anything;
import static dev.tiller.app.standin.schema.Rules.bool;
import static dev.tiller.app.standin.schema.Rules.byType;
import static dev.tiller.app.standin.schema.Rules.list;
import static dev.tiller.app.standin.schema.Rules.number;
import static dev.tiller.app.standin.schema.Rules.oneOf;
import static dev.tiller.app.standin.schema.Rules.text;
import static dev.tiller.app.standin.schema.Rules.webAddress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.schema.Problems;
import dev.tiller.app.standin.schema.Rule;
import dev.tiller.app.standin.schema.Shape;
import java.util.Map;

/// Rules for texts and interactive elements (Block Kit reference, October 2026).
final class BlockElements {

  private static final Rule ID = text(1, 255);

  private static final Rule CONFIRM =
      Shape.closed()
          .with("title", plain(100))
          .with("text", any(300))
          .with("confirm", plain(30))
          .with("deny", plain(30))
          .may("style", oneOf("primary", "danger"));

  private static final Rule OPTION =
      Shape.closed().with("text", any(75)).with("value", text(1, 150)).may("description", any(75));

  /// An entry of an overflow menu, which alone may lead somewhere.
  private static final Rule ENTRY =
      Shape.closed()
          .with("text", plain(75))
          .with("value", text(1, 150))
          .may("description", plain(75))
          .may("url", webAddress(3000));

  static final Rule BUTTON =
      element("button")
          .with("text", plain(75))
          .may("url", webAddress(3000))
          .may("value", text(2000))
          .may("style", oneOf("primary", "danger"))
          .may("accessibility_label", text(75));

  private static final Rule OVERFLOW = element("overflow").with("options", list(1, 5, ENTRY));

  private static final Rule STATIC_SELECT =
      element("static_select")
          .may("placeholder", plain(150))
          .may("options", list(1, 100, OPTION))
          .may("option_groups", list(1, 100, anything()))
          .may("initial_option", OPTION)
          .may("focus_on_load", bool())
          .and(BlockElements::checkOptions);

  private static final Rule EXTERNAL_SELECT =
      element("external_select")
          .may("placeholder", plain(150))
          .may("initial_option", OPTION)
          .may("min_query_length", number(0, 150))
          .may("focus_on_load", bool());

  /// The options that an app answers with when a menu's entries are asked for.
  static final Rule FOUND = list(0, 100, OPTION);

  private static final Rule RADIO =
      element("radio_buttons")
          .with("options", list(1, 10, OPTION))
          .may("initial_option", OPTION)
          .may("focus_on_load", bool());

  private static final Rule CHECKBOXES =
      element("checkboxes")
          .with("options", list(1, 10, OPTION))
          .may("initial_options", list(1, 10, OPTION))
          .may("focus_on_load", bool());

  private static final Rule TEXT_INPUT =
      element("plain_text_input")
          .may("placeholder", plain(150))
          .may("initial_value", text(3000))
          .may("multiline", bool())
          .may("min_length", number(0, 3000))
          .may("max_length", number(1, 3000))
          .may("focus_on_load", bool())
          .may("dispatch_action_config", anything());

  static final Rule IMAGE =
      Shape.closed()
          .with("type", oneOf("image"))
          .with("alt_text", text(1, 2000))
          .may("image_url", webAddress(3000))
          .may("slack_file", anything());

  /// What an `actions` block may hold.
  static final Rule INTERACTIVE =
      byType(
          Map.of(
              "button", BUTTON,
              "overflow", OVERFLOW,
              "static_select", STATIC_SELECT,
              "external_select", EXTERNAL_SELECT,
              "radio_buttons", RADIO,
              "checkboxes", CHECKBOXES));

  /// What may stand beside a section's text.
  static final Rule ACCESSORY =
      byType(
          Map.of(
              "button", BUTTON,
              "overflow", OVERFLOW,
              "static_select", STATIC_SELECT,
              "external_select", EXTERNAL_SELECT,
              "radio_buttons", RADIO,
              "checkboxes", CHECKBOXES,
              "image", IMAGE));

  /// What an `input` block may hold, as far as people can fill it in here.
  static final Rule INPUT =
      byType(
          Map.of(
              "plain_text_input", TEXT_INPUT,
              "static_select", STATIC_SELECT,
              "external_select", EXTERNAL_SELECT,
              "radio_buttons", RADIO));

  private BlockElements() {}

  /// A `plain_text` object.
  static Rule plain(int most) {
    return Shape.closed()
        .with("type", oneOf("plain_text"))
        .with("text", text(1, most))
        .may("emoji", bool());
  }

  /// A text object of either type.
  static Rule any(int most) {
    var mrkdwn =
        Shape.closed()
            .with("type", oneOf("mrkdwn"))
            .with("text", text(1, most))
            .may("verbatim", bool());
    return byType(Map.of("plain_text", plain(most), "mrkdwn", mrkdwn));
  }

  /// Slack's menus have options of their own, among which the initial one must be.
  private static void checkOptions(JsonNode select, String at, Problems problems) {
    if (!select.has("options") && !select.has("option_groups")) {
      problems.add("missing required field: options", at);
    } else if (select.has("initial_option")
        && select.has("options")
        && select.path("options").valueStream().noneMatch(select.get("initial_option")::equals)) {
      problems.add("must match one of the options", at + "/initial_option");
    }
  }

  private static Shape element(String type) {
    return Shape.closed().with("type", oneOf(type)).may("action_id", ID).may("confirm", CONFIRM);
  }
}
