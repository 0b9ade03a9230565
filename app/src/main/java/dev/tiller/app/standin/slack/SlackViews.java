package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Listeners;
import dev.tiller.app.standin.chat.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The modals that are open. Thread-safe; tells its listeners of each change.
final class SlackViews {

  private final Listeners listeners;
  private final Map<String, SlackForm> open = new LinkedHashMap<>();

  SlackViews(Listeners listeners) {
    this.listeners = listeners;
  }

  /// Opens a checked view in front of a person.
  ///
  /// @param previous the view it lies upon
  SlackForm open(String person, ObjectNode view, Optional<SlackForm> previous) {
    var id = Ids.random("V", 10);
    var full = complete(id, view);
    previous.ifPresent(below -> {
      full.put("previous_view_id", below.id());
      full.set("root_view_id", below.view().get("root_view_id"));
    });
    var form = new SlackForm(id, person, full, Map.of());
    put(form);
    return form;
  }

  /// Shows a checked view in place of an open one.
  SlackForm replace(SlackForm form, ObjectNode view) {
    var full = complete(form.id(), view);
    full.set("root_view_id", form.view().get("root_view_id"));
    full.set("previous_view_id", form.view().get("previous_view_id"));
    var replaced = new SlackForm(form.id(), form.person(), full, Map.of());
    put(replaced);
    return replaced;
  }

  void put(SlackForm form) {
    synchronized (this) {
      open.put(form.id(), form);
    }
    listeners.tell();
  }

  void close(SlackForm form) {
    synchronized (this) {
      open.remove(form.id());
    }
    listeners.tell();
  }

  void closeAll(String person) {
    synchronized (this) {
      open.values().removeIf(form -> form.person().equals(person));
    }
    listeners.tell();
  }

  synchronized Optional<SlackForm> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /// The form that a person has before them.
  SlackForm before(String person, String id) {
    return find(id)
        .filter(form -> form.person().equals(person))
        .orElseThrow(() -> Refusal.unknown("The form is not open any more."));
  }

  synchronized Optional<SlackForm> findExternal(String id) {
    return open.values().stream()
        .filter(form -> form.view().path("external_id").asText().equals(id))
        .findFirst();
  }

  synchronized List<SlackForm> all() {
    return List.copyOf(open.values());
  }

  /// A checked view with what Slack adds to it.
  static ObjectNode complete(String id, ObjectNode view) {
    var full =
        object(
            "id",
            id,
            "team_id",
            SlackWorld.TEAM,
            "private_metadata",
            "",
            "callback_id",
            "",
            "state",
            object("values", object()),
            "hash",
            Ids.random("", 10) + "." + Ids.random("", 8),
            "clear_on_close",
            false,
            "notify_on_close",
            false,
            "root_view_id",
            id,
            "app_id",
            SlackWorld.tillerBot().app(),
            "external_id",
            "",
            "app_installed_team_id",
            SlackWorld.TEAM,
            "bot_id",
            SlackWorld.tillerBot().id());
    full.putNull("close").putNull("submit").putNull("previous_view_id");
    full.setAll(view);
    full.set("blocks", MessageBlocks.withIds(view.get("blocks")));
    return full;
  }
}
