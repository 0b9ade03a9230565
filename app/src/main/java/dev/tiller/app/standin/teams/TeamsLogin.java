package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.Form;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Gives the bot tokens for the connector and for Graph, and knows them again (Microsoft identity
/// platform v2.0, client credentials).
final class TeamsLogin {

  static final String PATTERN = "/login/{tenant}/oauth2/v2.0/token";

  static final String CONNECTOR = "https://api.botframework.com/.default";
  static final String GRAPH = "https://graph.microsoft.com/.default";
  private static final Duration LIFE = Duration.ofSeconds(3599);

  private final TeamsSettings settings;
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  private record Issued(Instant until, String scope) {}

  TeamsLogin(TeamsSettings settings) {
    this.settings = settings;
  }

  /// Answers a request for a token.
  Reply token(Exchange call) {
    try {
      return token(call.pathParam("tenant"), Form.parse(call.bodyText()));
    } catch (IllegalArgumentException e) {
      return refusal(400, "invalid_request", "AADSTS900144: The request body is not a form.");
    }
  }

  private Reply token(String tenant, Map<String, String> form) {
    if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
      return refusal(
          400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
    }
    if (!tenant.equals(TeamsWorld.TENANT)
        || !form.getOrDefault("client_id", "").equals(settings.appId())) {
      return refusal(
          400,
          "unauthorized_client",
          "AADSTS700016: The application was not found in the directory.");
    }
    if (!form.getOrDefault("client_secret", "").equals(settings.appPassword())) {
      return refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
    }
    var scope = form.getOrDefault("scope", "");
    if (!List.of(CONNECTOR, GRAPH).contains(scope)) {
      return refusal(400, "invalid_scope", "AADSTS70011: The scope is not valid.");
    }
    return issue(scope);
  }

  private Reply issue(String scope) {
    var token = token(scope);
    issued.put(token, new Issued(settings.clock().instant().plus(LIFE), scope));
    return Reply.json(
        200,
        object(
            "token_type",
            "Bearer",
            "expires_in",
            LIFE.toSeconds(),
            "ext_expires_in",
            LIFE.toSeconds(),
            "access_token",
            token));
  }

  /// Looks like a JSON Web Token, with the claims that tell whose it is; the signature is a random
  /// text.
  private String token(String scope) {
    var claims =
        object(
            "aud",
            scope.replaceFirst("/\\.default$", ""),
            "appid",
            settings.appId(),
            "tid",
            TeamsWorld.TENANT);
    return "%s.%s.%s"
        .formatted(
            part(object("alg", "RS256", "typ", "JWT").toString()),
            part(claims.toString()),
            Ids.random("", 40));
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether a request shows a token for the connector that has not ended.
  boolean knows(Exchange call) {
    return knows(call, CONNECTOR);
  }

  /// Whether a request shows a token of this login's for a scope that has not ended.
  boolean knows(Exchange call, String scope) {
    return call.header("authorization")
        .filter(value -> value.startsWith("Bearer "))
        .flatMap(
            value -> Optional.ofNullable(issued.get(value.substring("Bearer ".length()).strip())))
        .filter(token -> token.scope().equals(scope))
        .filter(token -> settings.clock().instant().isBefore(token.until()))
        .isPresent();
  }

  private static Reply refusal(int status, String error, String description) {
    return Reply.json(status, object("error", error, "error_description", description));
  }
}
