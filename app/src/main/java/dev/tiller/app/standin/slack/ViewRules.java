package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.schema.Rules.bool;
import static dev.tiller.app.standin.schema.Rules.oneOf;
import static dev.tiller.app.standin.schema.Rules.text;
import static dev.tiller.app.standin.slack.BlockElements.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.schema.Problems;
import dev.tiller.app.standin.schema.Rule;
import dev.tiller.app.standin.schema.Shape;
import java.util.List;

/// Rules for modals (Block Kit reference, "View objects", October 2026).
final class ViewRules {

  private static final Rule MODAL =
      Shape.closed()
          .with("type", oneOf("modal"))
          .with("title", plain(24))
          .with("blocks", BlockRules.MODAL)
          .may("close", plain(24))
          .may("submit", plain(24))
          .may("submit_disabled", bool())
          .may("private_metadata", text(3000))
          .may("callback_id", text(255))
          .may("external_id", text(255))
          .may("clear_on_close", bool())
          .may("notify_on_close", bool())
          .and((view, at, problems) -> {
            if (hasInputs(view) && !view.has("submit")) {
              problems.add("submit is required when an input block is within blocks", at);
            }
          });

  private static final Rule HOME =
      Shape.closed()
          .with("type", oneOf("home"))
          .with("blocks", BlockRules.HOME)
          .may("private_metadata", text(3000))
          .may("callback_id", text(255))
          .may("external_id", text(255));

  private ViewRules() {}

  /// The view of a call.
  ///
  /// @throws SlackError when Slack would not have it
  static ObjectNode viewOf(SlackArguments arguments) {
    return checked(argument(arguments));
  }

  /// The Home of a call.
  ///
  /// @throws SlackError when Slack would not have it
  static ObjectNode homeOf(SlackArguments arguments) {
    return checked(HOME, argument(arguments));
  }

  private static JsonNode argument(SlackArguments arguments) {
    return arguments
        .json("view", "invalid_arguments")
        .orElseThrow(() ->
            new SlackError("invalid_arguments", List.of("[ERROR] missing required field: view")));
  }

  /// The view itself.
  ///
  /// @throws SlackError when Slack would not have it
  static ObjectNode checked(JsonNode view) {
    return checked(MODAL, view);
  }

  private static ObjectNode checked(Rule rule, JsonNode view) {
    var problems = Problems.of(rule, view, "/view");
    if (!problems.isEmpty()) {
      throw SlackError.of("invalid_arguments", problems);
    }
    return (ObjectNode) view;
  }

  private static boolean hasInputs(JsonNode view) {
    return view.path("blocks")
        .valueStream()
        .anyMatch(block -> block.path("type").asText().equals("input"));
  }
}
