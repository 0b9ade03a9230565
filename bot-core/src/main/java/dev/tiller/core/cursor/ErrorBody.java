package dev.tiller.core.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an error answer says, in whichever of the shapes seen in the wild it comes: an `error`
/// object (v1), an `error` text (v0), flat `code` and `message`, Connect's flat form with
/// `details`, status text with `message`, or no JSON at all.
///
/// @param code the service's own code; `http_` and the status when it gave none
/// @param message the service's sentence, one bounded line; may be empty
/// @param ofGitProvider whether the service names the git host as the cause
/// @param retryAfter a wait given in the body, as written
public record ErrorBody(
    String code, String message, boolean ofGitProvider, Optional<String> retryAfter) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final int MESSAGE_LENGTH = 300;

  static ErrorBody parse(int status, byte[] body) {
    var root = CursorJson.tree(new String(body, StandardCharsets.UTF_8));
    var error = root.path("error");
    var inner = error.isObject() ? error : root;
    return new ErrorBody(
        text(inner, "code").filter(CODE.asMatchPredicate()).orElse("http_" + status),
        message(inner),
        text(inner, "provider").isPresent(),
        retryAfter(root));
  }

  private static String message(JsonNode inner) {
    var sentence = text(inner, "message").or(() -> text(inner, "error")).orElse("");
    return CursorText.line(CursorText.withoutKeys(sentence), MESSAGE_LENGTH);
  }

  private static Optional<String> retryAfter(JsonNode root) {
    for (var detail : root.path("details")) {
      var wait = detail.at("/debug/details/additionalInfo/retryAfter");
      if (wait.isValueNode() && !wait.isNull()) {
        return Optional.of(wait.asText());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }
}
