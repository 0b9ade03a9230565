package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.schema.Rules.anything;
import static dev.tiller.app.standin.schema.Rules.bool;
import static dev.tiller.app.standin.schema.Rules.byType;
import static dev.tiller.app.standin.schema.Rules.list;
import static dev.tiller.app.standin.schema.Rules.oneOf;
import static dev.tiller.app.standin.schema.Rules.text;
import static dev.tiller.app.standin.schema.Rules.unique;
import static dev.tiller.app.standin.schema.Rules.webAddress;
import static dev.tiller.app.standin.slack.BlockElements.any;
import static dev.tiller.app.standin.slack.BlockElements.plain;

import dev.tiller.app.standin.schema.Rule;
import dev.tiller.app.standin.schema.Shape;
import java.util.HashMap;
import java.util.Map;

/// Rules for blocks in messages, modals and Home (Block Kit reference, October 2026). Kinds that
/// are not listed are taken for unsupported.
final class BlockRules {

  private static final Rule SECTION =
      block("section")
          .may("text", any(3000))
          .may("fields", list(1, 10, any(2000)))
          .may("accessory", BlockElements.ACCESSORY)
          .may("expand", bool())
          .and((value, at, problems) -> {
            if (!value.has("text") && !value.has("fields")) {
              problems.add("missing required field: text", at);
            }
          });

  private static final Rule CONTEXT = block("context").with("elements", list(1, 10, textOrImage()));

  private static final Rule ACTIONS =
      block("actions")
          .with("elements", list(1, 25, BlockElements.INTERACTIVE).and(unique("action_id")));

  private static final Rule IMAGE =
      block("image")
          .with("alt_text", text(1, 2000))
          .may("image_url", webAddress(3000))
          .may("slack_file", anything())
          .may("title", plain(2000));

  private static final Rule INPUT =
      block("input")
          .with("label", plain(2000))
          .with("element", BlockElements.INPUT)
          .may("hint", plain(2000))
          .may("optional", bool())
          .may("dispatch_action", bool());

  private static final Rule TABLE =
      block("table")
          .with("rows", list(1, 100, list(1, 20, anything())))
          .may("column_settings", list(0, 20, anything()));

  private static final Map<String, Rule> EVERYWHERE =
      Map.of(
          "section", SECTION,
          "header", block("header").with("text", plain(150)),
          "divider", block("divider"),
          "context", CONTEXT,
          "actions", ACTIONS,
          "image", IMAGE,
          "input", INPUT,
          "rich_text", block("rich_text").with("elements", RichTextRules.ELEMENTS));

  /// The blocks of a message.
  static final Rule MESSAGE = list(0, 50, byType(inMessages())).and(unique("block_id"));

  /// The blocks of a modal.
  static final Rule MODAL = list(1, 100, byType(EVERYWHERE)).and(unique("block_id"));

  /// The blocks of Home.
  static final Rule HOME = list(0, 100, byType(EVERYWHERE)).and(unique("block_id"));

  private BlockRules() {}

  private static Map<String, Rule> inMessages() {
    var kinds = new HashMap<>(EVERYWHERE);
    kinds.put("markdown", block("markdown").with("text", text(1, 12_000)));
    kinds.put("table", TABLE);
    return kinds;
  }

  private static Rule textOrImage() {
    return (value, at, problems) ->
        (value.path("type").asText().equals("image") ? BlockElements.IMAGE : any(2000))
            .check(value, at, problems);
  }

  private static Shape block(String type) {
    return Shape.closed().with("type", oneOf(type)).may("block_id", text(1, 255));
  }
}
