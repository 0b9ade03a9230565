package dev.tiller.core.cursor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A key of Cursor's API, a user's or a service account's. Never printed.
public record ApiKey(String value) {

  public ApiKey {
    if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "the Cursor API key is empty or has characters that no key has");
    }
  }

  /// The `Authorization` header: the key as user name with an empty password.
  String authorization() {
    var pair = (value + ":").getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "ApiKey[hidden]";
  }
}
