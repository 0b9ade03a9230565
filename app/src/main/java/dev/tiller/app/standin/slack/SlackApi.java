package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.Endpoint;
import dev.tiller.app.standin.chat.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Slack's Web API: checks the token, finds the method, answers in Slack's envelope.
final class SlackApi {

  /// The one method that wants the app-level token.
  private static final String OPEN_SOCKET = "apps.connections.open";

  /// As an app has them that was made from the manifest.
  private static final String SCOPES = GrantedScopes.header();

  private final SlackSettings settings;
  private final Endpoint endpoint;
  private final Map<String, Method> methods;

  SlackApi(SlackSettings settings, Endpoint endpoint, Map<String, Method> methods) {
    this.settings = settings;
    this.endpoint = endpoint;
    this.methods = Map.copyOf(methods);
  }

  /// A method of the Web API.
  @FunctionalInterface
  interface Method {

    /// @return the answer without `ok`
    /// @throws SlackError for the answers that say `ok: false`
    ObjectNode call(SlackArguments arguments);
  }

  /// Answers `/api/{method}`.
  void handle(Exchange exchange) throws IOException {
    var name = exchange.pathParam("method");
    endpoint.handle(name, exchange, call -> withScopes(Reply.json(200, answer(name, call))));
  }

  /// Slack tells with each answer what the token may do.
  private static Reply withScopes(Reply reply) {
    return new Reply(
        reply.status(), reply.contentType(), reply.body(), Map.of("x-oauth-scopes", SCOPES));
  }

  private ObjectNode answer(String name, Exchange call) {
    try {
      var arguments = SlackArguments.of(call);
      checkToken(name, call, arguments);
      var method = Optional.ofNullable(methods.get(name));
      if (method.isEmpty()) {
        return object("ok", false, "error", "unknown_method", "req_method", name);
      }
      var answer = object("ok", true);
      answer.setAll(method.get().call(arguments));
      return answer;
    } catch (SlackError error) {
      return failure(error);
    }
  }

  private void checkToken(String method, Exchange call, SlackArguments arguments) {
    var shown =
        call.header("authorization")
            .filter(value -> value.startsWith("Bearer "))
            .map(value -> value.substring("Bearer ".length()).strip())
            .or(() -> arguments.text("token"))
            .orElseThrow(() -> new SlackError("not_authed"));
    boolean bots = shown.equals(settings.botToken());
    boolean apps = shown.equals(settings.appToken());
    if (!bots && !apps) {
      throw new SlackError("invalid_auth");
    }
    if (apps != method.equals(OPEN_SOCKET)) {
      throw new SlackError("not_allowed_token_type");
    }
  }

  private static ObjectNode failure(SlackError error) {
    var answer = object("ok", false, "error", error.code());
    if (!error.details().isEmpty()) {
      answer.setAll(
          object(
              "errors", error.details().stream().map(text -> text.replace("[ERROR] ", "")).toList(),
              "response_metadata", object("messages", error.details())));
    }
    return answer;
  }
}
