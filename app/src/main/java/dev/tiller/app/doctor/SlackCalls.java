package dev.tiller.app.doctor;

import dev.tiller.app.config.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Calls methods of Slack's Web API.
record SlackCalls(URI api, Web web) {

  Reply call(String method, Secret token, Map<String, String> arguments)
      throws InterruptedException {
    var form =
        arguments.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return web.send(
        HttpRequest.newBuilder(URI.create(api.toString().replaceFirst("/*$", "/") + method))
            .header("Authorization", "Bearer " + token.reveal())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  static boolean ok(Reply.Answered answer) {
    return answer.json().path("ok").asBoolean();
  }

  /// Slack's error code; empty when this is no answer of Slack's.
  static String error(Reply.Answered answer) {
    var code = answer.json().path("error").asText();
    return code.matches("[a-z_]{1,60}") ? code : "";
  }

  /// Whether Slack asks for later.
  static boolean later(Reply.Answered answer) {
    return answer.later() || error(answer).equals("ratelimited");
  }
}
