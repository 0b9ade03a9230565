package dev.tiller.core.chat;

import java.nio.charset.StandardCharsets;

/// An HTTP answer.
///
/// @param contentType absent bodies have an empty one
public record WebResponse(int status, String contentType, byte[] body) {

  public static WebResponse empty(int status) {
    return new WebResponse(status, "", new byte[0]);
  }

  public static WebResponse text(int status, String text) {
    return new WebResponse(
        status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  public static WebResponse json(int status, String json) {
    return new WebResponse(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }
}
