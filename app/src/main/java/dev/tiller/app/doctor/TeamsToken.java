package dev.tiller.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tiller.app.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A token of the bot's (Microsoft identity platform v2.0, client credentials), or why there is
/// none.
sealed interface TeamsToken {

  /// @param claims what the token says; a missing node when it cannot be read
  record Given(String value, JsonNode claims) implements TeamsToken {

    /// Empty when the token does not say.
    String claim(String name) {
      return claims.path(name).asText();
    }

    /// The permissions for the whole tenant.
    List<String> roles() {
      return claims.path("roles").valueStream().map(JsonNode::asText).sorted().toList();
    }

    @Override
    public String toString() {
      return "Given[hidden]";
    }
  }

  record Missing(Function<Check, Finding> finding) implements TeamsToken {}

  Pattern CODE = Pattern.compile("AADSTS(\\d{4,8})");

  static TeamsToken request(Settings.Teams teams, String scope, Web web)
      throws InterruptedException {
    var address =
        "%s/%s/oauth2/v2.0/token"
            .formatted(
                teams.loginUrl().toString().replaceFirst("/+$", ""), encoded(teams.tenantId()));
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(
                encoded(teams.appId()), encoded(teams.appPassword().reveal()), encoded(scope));
    var reply =
        web.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    return switch (reply) {
      case Reply.Unanswered unanswered -> new Missing(unanswered::finding);
      case Reply.Answered answer -> read(answer);
    };
  }

  private static TeamsToken read(Reply.Answered answer) {
    var value = answer.json().path("access_token").asText();
    return answer.status() == 200 && !value.isEmpty()
        ? new Given(value, claims(value))
        : new Missing(check -> refusal(check, answer));
  }

  private static Finding refusal(Check check, Reply.Answered answer) {
    if (answer.later()) {
      return Finding.of(check, Symptom.TEAMS_LATER, "the login answers " + answer.status());
    }
    var code = CODE.matcher(answer.json().path("error_description").asText());
    if (!code.find()) {
      return Finding.of(check, Symptom.TEAMS_ODD, "the answer is not of Microsoft's login");
    }
    var symptom =
        switch (code.group(1)) {
          case "700016" -> Symptom.TEAMS_APP_UNKNOWN;
          case "7000215" -> Symptom.TEAMS_PASSWORD_REFUSED;
          case "7000222" -> Symptom.TEAMS_PASSWORD_EXPIRED;
          case "90002", "900023" -> Symptom.TEAMS_TENANT_UNKNOWN;
          default -> Symptom.TEAMS_LOGIN_REFUSED;
        };
    return Finding.of(check, symptom, "the login says " + code.group(), code.group());
  }

  /// The claims of a JSON Web Token, not verified: they are only shown.
  private static JsonNode claims(String token) {
    var parts = token.split("\\.", -1);
    try {
      return parts.length == 3
          ? new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]))
          : MissingNode.getInstance();
    } catch (IOException | IllegalArgumentException _) {
      return MissingNode.getInstance();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
