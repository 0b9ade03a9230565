package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// `views.open`, `views.update`.
final class ViewMethods {

  private final SlackViews views;
  private final Triggers triggers;

  ViewMethods(SlackViews views, Triggers triggers) {
    this.views = views;
    this.triggers = triggers;
  }

  Map<String, SlackApi.Method> all() {
    return Map.of("views.open", this::open, "views.update", this::update);
  }

  private ObjectNode open(SlackArguments arguments) {
    var view = ViewRules.viewOf(arguments);
    var person = triggers.exchange(arguments.required("trigger_id"));
    return object("view", views.open(person, view, Optional.empty()).view());
  }

  private ObjectNode update(SlackArguments arguments) {
    var view = ViewRules.viewOf(arguments);
    var form =
        arguments
            .text("view_id")
            .flatMap(views::find)
            .or(() -> arguments.text("external_id").flatMap(views::findExternal))
            .orElseThrow(() -> new SlackError("not_found"));
    var hash = arguments.text("hash");
    if (hash.isPresent() && !hash.get().equals(form.view().path("hash").asText())) {
      throw new SlackError("hash_conflict");
    }
    return object("view", views.replace(form, view).view());
  }
}
