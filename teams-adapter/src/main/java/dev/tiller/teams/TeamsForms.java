package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Form.TextField;
import dev.tiller.core.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Forms as Teams dialogs (task modules) that hold an Adaptive Card, and what comes back of them.
final class TeamsForms {

  /// Where a button or a form carries its [ActionKey].
  static final String KEY = "key";

  /// Says of a button that it sends what was chosen from the card's menu.
  static final String MENU = "menu";

  private static final String NONCE = "nonce";

  /// Keeps the names of fields apart from [#KEY] and [#NONCE], which come back beside them.
  private static final String FIELD = "field_";

  /// So many fields of one line fit into a small dialog.
  private static final int FEW_FIELDS = 2;

  private TeamsForms() {}

  /// What a sent form holds.
  record Filled(ActionKey key, String nonce, Map<String, String> values) {}

  /// The dialog's `value` in the answer to `task/fetch`.
  static ObjectNode dialog(Form form) {
    var dialog =
        TeamsJson.object()
            .put("title", form.title())
            .put("height", isLarge(form) ? "medium" : "small")
            .put("width", "medium");
    dialog.putObject("card").put("contentType", TeamsCards.CONTENT_TYPE).set("content", card(form));
    return dialog;
  }

  private static boolean isLarge(Form form) {
    return form.fields().size() > FEW_FIELDS
        || form.fields().stream().anyMatch(it -> it instanceof TextField text && text.multiline());
  }

  /// Reads the `data` of a `task/submit`; empty when it is not of one of the bot's forms.
  static Optional<Filled> read(JsonNode data) {
    var key = ActionKey.parse(data.path(KEY).asText());
    var nonce = data.path(NONCE).asText();
    return nonce.isBlank()
        ? Optional.empty()
        : key.map(known -> new Filled(known, nonce, values(data)));
  }

  private static Map<String, String> values(JsonNode data) {
    var values = new HashMap<String, String>();
    for (var property : data.properties()) {
      var value = property.getValue().asText();
      if (property.getKey().startsWith(FIELD) && !value.isBlank()) {
        values.put(property.getKey().substring(FIELD.length()), value);
      }
    }
    return values;
  }

  private static ObjectNode card(Form form) {
    var send = TeamsElements.element("Action.Submit").put("title", form.submit());
    send.putObject("data").put(KEY, form.key().encoded()).put(NONCE, form.nonce());
    return TeamsCards.card(
        form.fields().stream().flatMap(TeamsForms::field).toList(), List.of(send));
  }

  private static Stream<ObjectNode> field(Form.Field field) {
    var id = FIELD + field.name();
    var input =
        switch (field) {
          case TextField text -> input(text, id);
          case Form.ChoiceField choice -> TeamsChoices.field(choice, id);
        };
    return field.hint().isBlank() ? Stream.of(input) : Stream.of(input, hint(field.hint()));
  }

  private static ObjectNode input(TextField field, String id) {
    return TeamsElements.element("Input.Text")
        .put("id", id)
        .put("label", field.label())
        .put("value", field.initial())
        .put("isMultiline", field.multiline())
        .put("isRequired", !field.optional())
        .put("errorMessage", Texts.get("adapter.fill-in"))
        .put("maxLength", field.maxLength());
  }

  private static ObjectNode hint(String hint) {
    var words = TeamsElements.run(hint).put("isSubtle", true).put("size", "Small");
    return TeamsElements.line(words).put("spacing", "None");
  }
}
