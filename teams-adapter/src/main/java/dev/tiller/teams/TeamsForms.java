package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Form.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Forms as Teams dialogs (task modules) that hold an Adaptive Card, and what comes back of them.
final class TeamsForms {

  /// Where a button or a form carries its [ActionKey].
  static final String KEY = "key";

  private static final String NONCE = "nonce";

  /// Keeps the names of fields apart from [#KEY] and [#NONCE], which come back beside them.
  private static final String FIELD = "field_";

  private TeamsForms() {}

  /// What a sent form holds.
  record Filled(ActionKey key, String nonce, Map<String, String> values) {}

  /// The dialog's `value` in the answer to `task/fetch`.
  static ObjectNode dialog(Form form) {
    boolean large = form.fields().stream().anyMatch(field -> field instanceof TextField text && text.multiline());
    var dialog =
        TeamsJson.object()
            .put("title", form.title())
            .put("height", large ? "medium" : "small")
            .put("width", "medium");
    dialog.putObject("card").put("contentType", TeamsCards.CONTENT_TYPE).set("content", card(form));
    return dialog;
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
    return switch (field) {
      case TextField text -> field(text);
      case Form.ChoiceField choice -> throw new UnsupportedOperationException(choice.name());
    };
  }

  private static Stream<ObjectNode> field(TextField field) {
    var input =
        TeamsElements.element("Input.Text")
            .put("id", FIELD + field.name())
            .put("label", field.label())
            .put("value", field.initial())
            .put("isMultiline", field.multiline())
            .put("isRequired", !field.optional())
            .put("errorMessage", "Please fill this in.")
            .put("maxLength", field.maxLength());
    return field.hint().isBlank() ? Stream.of(input) : Stream.of(input, hint(field.hint()));
  }

  private static ObjectNode hint(String hint) {
    var words = TeamsElements.run(hint).put("isSubtle", true).put("size", "Small");
    return TeamsElements.line(words).put("spacing", "None");
  }
}
