package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.teams.TeamsEvent.Kind;
import java.util.Optional;

/// The bot's entries in the menu of any message (Microsoft, "Define message extension action
/// commands", context `message`): `composeExtension/fetchTask` asks for the form,
/// `composeExtension/submitAction` brings it back. Both carry the message as Microsoft Graph's
/// `chatMessage`.
final class TeamsMenu {

  static final String SEND = "sendToTiller";
  static final String FOLLOW_UP = "followUp";

  private TeamsMenu() {}

  static TeamsEvent opening(Activity activity, String tenant, JsonNode value) {
    var kind = kind(value.path("commandId").asText());
    var message = value.path("messagePayload");
    var id = message.path("id").asText("");
    var scene = scene(activity, tenant, message);
    if (kind.isEmpty()) {
      return new TeamsEvent.Unsupported(value.path("commandId").asText());
    }
    if (id.isBlank()) {
      return new TeamsEvent.Malformed("a command without a message");
    }
    return scene
        .filter(where -> !where.isAmongPeople())
        .<TeamsEvent>map(where -> new TeamsEvent.Choosing(shortcut(kind.get(), where, id, message)))
        .orElseGet(TeamsEvent.NotHere::new);
  }

  static TeamsEvent submission(Activity activity, String tenant, JsonNode value) {
    var scene = scene(activity, tenant, value.path("messagePayload"));
    var filled = TeamsForms.read(value.path("data"));
    if (scene.isEmpty() || filled.isEmpty()) {
      return new TeamsEvent.Malformed("a form without key, nonce, person or conversation");
    }
    var form = filled.get();
    var where = scene.get();
    return where.outsider()
        ? new TeamsEvent.Outsider(Kind.DIALOG)
        : new TeamsEvent.Submission(
            new FormSubmission(
                where.address(), where.actor(), form.key(), form.nonce(), form.values()));
  }

  private static Optional<Shortcut.Kind> kind(String command) {
    return switch (command) {
      case SEND -> Optional.of(Shortcut.Kind.SEND);
      case FOLLOW_UP -> Optional.of(Shortcut.Kind.FOLLOW_UP);
      default -> Optional.empty();
    };
  }

  private static Shortcut shortcut(
      Shortcut.Kind kind, TeamsScene scene, String id, JsonNode message) {
    return new Shortcut(
        kind,
        scene.address(),
        id,
        scene.actor(),
        TeamsChatMessage.author(message),
        TeamsChatMessage.text(message),
        scene.outsider(),
        TeamsFiles.of(message.path("attachments")));
  }

  /// Where the conversation does not name the thread, the message does: by its root, which is the
  /// message itself in a channel's main line.
  private static Optional<TeamsScene> scene(Activity activity, String tenant, JsonNode message) {
    var root = message.path("replyToId").asText("");
    return TeamsScene.of(activity, tenant, root.isBlank() ? message.path("id").asText("") : root);
  }
}
