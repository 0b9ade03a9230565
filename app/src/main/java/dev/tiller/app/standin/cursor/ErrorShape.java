package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/// The bodies that refusals of Cursor's API were seen to have.
public enum ErrorShape {
  /// What the version of the API usually answers: [#A] on v1, [#B] on v0.
  USUAL,
  /// `{"error": {"code", "message"}}`.
  A,
  /// `{"error": "text"}`, with a `code` beside it where clients have to tell refusals apart.
  B,
  /// `{"code", "message"}`.
  C,
  /// As Connect has it: `{"code", "message", "details": [{"debug": …}]}`.
  D,
  /// `{"error": "status text", "message"}`.
  E,
  /// A gateway's page.
  HTML;

  record Problem(String code, String message) {}

  private record Nested(Problem error) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Text(String error, @Nullable String code) {}

  private record Connect(String code, String message, List<Map<String, Object>> details) {}

  private record StatusText(String error, String message) {}

  Reply.Whole reply(Version version, ApiError error) {
    var own = this == USUAL ? version.shape() : this;
    if (own == HTML) {
      var body = page(error.status()).getBytes(StandardCharsets.UTF_8);
      return new Reply.Whole(error.status(), "text/html", body, Map.of());
    }
    return Reply.json(error.status(), own.body(error));
  }

  private Object body(ApiError error) {
    return switch (this) {
      case B -> new Text(error.text(), plainCode(error.code()));
      case C -> new Problem(error.code(), error.text());
      case D -> connect(error);
      case E -> new StatusText(HttpStatus.getMessage(error.status()), error.text());
      case USUAL, A, HTML -> new Nested(new Problem(error.code(), error.text()));
    };
  }

  private static @Nullable String plainCode(String code) {
    return switch (code) {
      case "plan_required", "usage_limit_exceeded", "repository_access" -> code;
      default -> null;
    };
  }

  private static Connect connect(ApiError error) {
    var code =
        switch (error.status()) {
          case 400 -> "invalid_argument";
          case 401 -> "unauthenticated";
          case 403 -> "permission_denied";
          case 404 -> "not_found";
          case 429 -> "resource_exhausted";
          case 503 -> "unavailable";
          default -> "internal";
        };
    var details = Json.map("title", error.text(), "isRetryable", error.status() >= 429);
    details.put("additionalInfo", Map.of("operation", error.code(), "retryAfter", "30"));
    var debug = Json.map("error", "ERROR_CUSTOM", "details", details);
    return new Connect(code, error.text(), List.of(Map.of("debug", debug)));
  }

  private static String page(int status) {
    var title = status + " " + HttpStatus.getMessage(status);
    return "<html>\r\n<head><title>"
        + title
        + "</title></head>\r\n<body>\r\n<center><h1>"
        + title
        + "</h1></center>\r\n</body>\r\n</html>\r\n";
  }
}
