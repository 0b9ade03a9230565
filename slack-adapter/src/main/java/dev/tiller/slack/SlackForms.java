package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Forms as Slack's modal views (Block Kit), and what comes back from them. Where a form belongs to
/// rides in the view's private metadata, which people cannot change.
final class SlackForms {

  private static final String CALLBACK_ID = "tiller_form";
  private static final String INPUT = "value";
  private static final int TITLE_LIMIT = 24;
  private static final int LABEL_LIMIT = 2_000;
  private static final int INPUT_LIMIT = 3_000;

  private SlackForms() {}

  /// The view to open, as JSON.
  static String view(Form form, Address address) {
    var view = BlockKit.typed("modal");
    view.addProperty("callback_id", CALLBACK_ID);
    view.addProperty("private_metadata", ticket(form, address.thread()).toString());
    view.add("title", BlockKit.plainText(SlackText.cut(form.title(), TITLE_LIMIT)));
    view.add("submit", BlockKit.plainText(SlackText.cut(form.submit(), TITLE_LIMIT)));
    view.add("close", BlockKit.plainText("Cancel"));
    view.add("blocks", BlockKit.array(form.fields().stream().map(SlackForms::input).toList()));
    return view.toString();
  }

  /// What somebody sent (`view_submission`); empty for views that are not ours.
  static Optional<FormSubmission> submission(JsonObject payload) {
    var view = Json.object(payload, "view");
    var ticket = Json.text(view, "private_metadata").flatMap(Json::parse);
    var actor = SlackEvents.actor(payload);
    if (!Json.text(view, "callback_id").equals(Optional.of(CALLBACK_ID))
        || ticket.isEmpty()
        || actor.isEmpty()) {
      return Optional.empty();
    }
    var address =
        SlackEvents.address(
            Json.text(ticket.get(), "team"),
            Json.text(ticket.get(), "channel"),
            Json.text(ticket.get(), "root"));
    var key = Json.text(ticket.get(), "key").flatMap(ActionKey::parse);
    var nonce = Json.text(ticket.get(), "nonce");
    return address.isEmpty() || key.isEmpty() || nonce.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FormSubmission(address.get(), actor.get(), key.get(), nonce.get(), values(view)));
  }

  private static JsonObject input(Form.Field field) {
    return switch (field) {
      case Form.TextField text -> input(text);
      case Form.ChoiceField choice -> throw new UnsupportedOperationException(choice.name());
    };
  }

  private static JsonObject input(Form.TextField field) {
    int limit = Math.clamp(field.maxLength(), 1, INPUT_LIMIT);
    var element = BlockKit.typed("plain_text_input");
    element.addProperty("action_id", INPUT);
    element.addProperty("multiline", field.multiline());
    element.addProperty("max_length", limit);
    if (!field.initial().isEmpty()) {
      element.addProperty("initial_value", SlackText.cut(field.initial(), limit));
    }
    var block = BlockKit.typed("input");
    block.addProperty("block_id", field.name());
    block.addProperty("optional", field.optional());
    block.add("label", BlockKit.plainText(SlackText.cut(field.label(), LABEL_LIMIT)));
    if (!field.hint().isEmpty()) {
      block.add("hint", BlockKit.plainText(SlackText.cut(field.hint(), LABEL_LIMIT)));
    }
    block.add("element", element);
    return block;
  }

  private static JsonObject ticket(Form form, ChatThread thread) {
    var ticket = new JsonObject();
    ticket.addProperty("team", thread.workspace());
    ticket.addProperty("channel", thread.channel());
    ticket.addProperty("root", thread.root());
    ticket.addProperty("key", form.key().encoded());
    ticket.addProperty("nonce", form.nonce());
    return ticket;
  }

  private static Map<String, String> values(JsonObject view) {
    var state = Json.object(Json.object(view, "state"), "values");
    var values = new HashMap<String, String>();
    for (var field : state.keySet()) {
      Json.text(Json.object(Json.object(state, field), INPUT), "value")
          .ifPresent(value -> values.put(field, value));
    }
    return values;
  }
}
