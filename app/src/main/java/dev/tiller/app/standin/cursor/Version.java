package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// The two versions of the API, which differ in how they refuse.
enum Version {
  V0,
  V1;

  record Problem(String code, String message) {}

  record V1Error(Problem error) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record V0Error(String error, @Nullable String code) {}

  /// A body for a refusal: with an object on v1; on v0 with a plain text, as it was seen live, and
  /// a code only where clients have to tell one refusal from another.
  Object body(ApiError error) {
    if (this == V1) {
      return new V1Error(new Problem(error.code(), error.text()));
    }
    var code =
        switch (error.code()) {
          case "plan_required", "usage_limit_exceeded", "repository_access" -> error.code();
          default -> null;
        };
    return new V0Error(error.text(), code);
  }
}
