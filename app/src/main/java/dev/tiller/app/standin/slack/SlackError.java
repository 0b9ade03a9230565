package dev.tiller.app.standin.slack;

import dev.tiller.app.standin.schema.Problem;
import java.util.List;

/// An answer with `ok: false` (Slack Web API, error responses).
final class SlackError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<String> details;

  /// @param details sentences for `response_metadata.messages`
  SlackError(String code, List<String> details) {
    super(code + " " + details);
    this.code = code;
    this.details = List.copyOf(details);
  }

  SlackError(String code) {
    this(code, List.of());
  }

  /// An error for content of the wrong shape, in Slack's words.
  static SlackError of(String code, List<Problem> problems) {
    return new SlackError(
        code,
        problems.stream()
            .map(it -> "[ERROR] " + it.what() + " [json-pointer:" + it.at() + "]")
            .toList());
  }

  String code() {
    return code;
  }

  List<String> details() {
    return details;
  }
}
