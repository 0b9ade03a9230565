package dev.tiller.app.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads what a person sees out of blocks and cards.
final class Wire {

  private static final Set<String> BUTTONS =
      Set.of("button", "Action.OpenUrl", "Action.Execute", "Action.Submit");

  private static final Set<String> TEXTS = Set.of("text", "label", "fallback");

  /// Pieces of a line.
  private static final Set<String> INLINE =
      Set.of("text", "TextRun", "user", "link", "emoji", "date");

  private final StringBuilder text = new StringBuilder();
  private final List<String> buttons = new ArrayList<>();
  private final List<String> more = new ArrayList<>();

  private Wire() {}

  static Wire read(JsonNode node) {
    var wire = new Wire();
    wire.visit(node);
    return wire;
  }

  String text() {
    return text.toString();
  }

  List<String> buttons() {
    return buttons;
  }

  /// What stands behind a card's menu.
  List<String> more() {
    return more;
  }

  private void visit(JsonNode node) {
    if (node.path("type").asText().equals("overflow")) {
      return;
    }
    if (BUTTONS.contains(node.path("type").asText())) {
      var kind = node.path("mode").asText().equals("secondary") ? more : buttons;
      kind.add(node.path("title").asText(node.path("text").path("text").asText()));
      return;
    }
    for (var field : node.properties()) {
      if (TEXTS.contains(field.getKey()) && field.getValue().isTextual()) {
        text.append(field.getValue().asText());
      }
    }
    if (!INLINE.contains(node.path("type").asText()) && node.isContainerNode()) {
      node.forEach(this::visit);
      endLine();
    }
  }

  private void endLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
