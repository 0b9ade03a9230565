package dev.tiller.slack;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.dialogs.payload.DialogCancellationPayload;
import com.slack.api.app_backend.dialogs.payload.DialogSubmissionPayload;
import com.slack.api.app_backend.dialogs.payload.DialogSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.AttachmentActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewClosedPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What kind of body a request has, told before Bolt's parser sees it: the parser writes bodies
/// that it does not know into the log, and people's words with them.
enum SlackBody {
  /// Something that Bolt has a name for.
  KNOWN,
  /// From Slack, of a kind that this version of Bolt does not know.
  UNKNOWN,
  /// Nothing that Slack sends.
  MALFORMED;

  private static final Set<String> INTERACTIONS =
      Set.of(
          AttachmentActionPayload.TYPE,
          BlockActionPayload.TYPE,
          BlockSuggestionPayload.TYPE,
          DialogCancellationPayload.TYPE,
          DialogSubmissionPayload.TYPE,
          DialogSuggestionPayload.TYPE,
          GlobalShortcutPayload.TYPE,
          MessageShortcutPayload.TYPE,
          ViewClosedPayload.TYPE,
          ViewSubmissionPayload.TYPE);

  static SlackBody of(String body) {
    try {
      return body.startsWith("{")
          ? Json.parse(body).map(SlackBody::ofEvent).orElse(MALFORMED)
          : ofForm(body);
    } catch (IllegalArgumentException badPercentEncoding) {
      return MALFORMED;
    }
  }

  private static SlackBody ofEvent(JsonObject payload) {
    return switch (Json.text(payload, "type").orElse("")) {
      case "" -> MALFORMED;
      case "url_verification" -> knownIf(Json.text(payload, "challenge").isPresent());
      case "event_callback" ->
          knownIf(Json.text(Json.object(payload, "event"), "type").isPresent());
      default -> UNKNOWN;
    };
  }

  private static SlackBody ofForm(String body) {
    if (field(body, "payload").isPresent()) {
      return field(body, "payload")
          .flatMap(Json::parse)
          .map(SlackBody::ofInteraction)
          .orElse(MALFORMED);
    }
    return knownIf(field(body, "command").isPresent());
  }

  private static SlackBody ofInteraction(JsonObject payload) {
    var type = Json.text(payload, "type").orElse("");
    return switch (type) {
      case "" -> MALFORMED;
      case BlockSuggestionPayload.TYPE -> knownIf(Json.text(payload, "action_id").isPresent());
      default -> INTERACTIONS.contains(type) ? KNOWN : UNKNOWN;
    };
  }

  private static Optional<String> field(String form, String name) {
    return Arrays.stream(form.split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst()
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8));
  }

  private static SlackBody knownIf(boolean complete) {
    return complete ? KNOWN : MALFORMED;
  }
}
