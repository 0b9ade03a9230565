package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
    view.addProperty("private_metadata", Ticket.json(form, address.thread()).toString());
    view.add("title", BlockKit.plainText(SlackText.cut(form.title(), TITLE_LIMIT)));
    view.add("submit", BlockKit.plainText(SlackText.cut(form.submit(), TITLE_LIMIT)));
    view.add("close", BlockKit.plainText(Texts.get("adapter.cancel")));
    view.add("blocks", BlockKit.array(form.fields().stream().map(SlackForms::input).toList()));
    return view.toString();
  }

  /// A form that came back.
  ///
  /// @param outsider whether nothing may come of it
  record Sent(FormSubmission form, boolean outsider) {}

  /// What somebody sent (`view_submission`); empty for views that are not ours.
  ///
  /// @param guests who is known to be a guest or a stranger, by user id
  static Optional<Sent> submission(JsonObject payload, Predicate<String> guests) {
    var view = Json.object(payload, "view");
    var actor = SlackClicks.actor(payload);
    return actor.isEmpty()
        ? Optional.empty()
        : Ticket.of(view)
            .map(ticket ->
                new FormSubmission(
                    ticket.address(), actor.get(), ticket.key(), ticket.nonce(), values(view)))
            .map(form -> new Sent(form, SlackClicks.isOutsider(payload, guests)));
  }

  /// What somebody types into a field of a form that is open (`block_suggestion`); empty for views
  /// that are not ours.
  static Optional<ChoiceQuery> query(JsonObject payload, Person asker, String typed) {
    var field = Json.text(payload, "block_id");
    return field.isEmpty()
        ? Optional.empty()
        : Ticket.of(Json.object(payload, "view"))
            .map(ticket ->
                new ChoiceQuery(ticket.address(), asker, ticket.key(), field.get(), typed));
  }

  private static JsonObject input(Form.Field field) {
    var block = BlockKit.typed("input");
    block.addProperty("block_id", field.name());
    block.addProperty("optional", field.optional());
    block.add("label", BlockKit.plainText(SlackText.cut(field.label(), LABEL_LIMIT)));
    if (!field.hint().isEmpty()) {
      block.add("hint", BlockKit.plainText(SlackText.cut(field.hint(), LABEL_LIMIT)));
    }
    block.add(
        "element",
        switch (field) {
          case Form.TextField text -> element(text);
          case Form.ChoiceField choice -> SlackChoices.element(choice, INPUT);
        });
    return block;
  }

  private static JsonObject element(Form.TextField field) {
    int limit = Math.clamp(field.maxLength(), 1, INPUT_LIMIT);
    var element = BlockKit.typed("plain_text_input");
    element.addProperty("action_id", INPUT);
    element.addProperty("multiline", field.multiline());
    element.addProperty("max_length", limit);
    if (!field.initial().isEmpty()) {
      element.addProperty("initial_value", SlackText.cut(field.initial(), limit));
    }
    return element;
  }

  private static Map<String, String> values(JsonObject view) {
    var state = Json.object(Json.object(view, "state"), "values");
    var values = new HashMap<String, String>();
    for (var field : state.keySet()) {
      var input = Json.object(Json.object(state, field), INPUT);
      Json.text(input, "value")
          .or(() -> SlackChoices.chosen(input))
          .ifPresent(value -> values.put(field, value));
    }
    return values;
  }

  /// What a form's view carries, so that what comes back says what it belongs to.
  private record Ticket(Address address, ActionKey key, String nonce) {

    static JsonObject json(Form form, ChatThread thread) {
      var ticket = new JsonObject();
      ticket.addProperty("team", thread.workspace());
      ticket.addProperty("channel", thread.channel());
      ticket.addProperty("root", thread.root());
      ticket.addProperty("key", form.key().encoded());
      ticket.addProperty("nonce", form.nonce());
      return ticket;
    }

    /// Empty for views that are not ours.
    static Optional<Ticket> of(JsonObject view) {
      return Json.text(view, "callback_id").equals(Optional.of(CALLBACK_ID))
          ? Json.text(view, "private_metadata").flatMap(Json::parse).flatMap(Ticket::read)
          : Optional.empty();
    }

    private static Optional<Ticket> read(JsonObject json) {
      var address =
          SlackEvents.address(
              Json.text(json, "team"), Json.text(json, "channel"), Json.text(json, "root"));
      var key = Json.text(json, "key").flatMap(ActionKey::parse);
      var nonce = Json.text(json, "nonce");
      return address.isEmpty() || key.isEmpty() || nonce.isEmpty()
          ? Optional.empty()
          : Optional.of(new Ticket(address.get(), key.get(), nonce.get()));
    }
  }
}
