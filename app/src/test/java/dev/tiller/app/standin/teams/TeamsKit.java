package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.FakeBot;
import dev.tiller.app.standin.chat.MovableClock;
import dev.tiller.app.standin.chat.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Teams stand-in with a bot beside it, and shorthand to drive both.
final class TeamsKit implements AutoCloseable {

  static final String ANN = "29:1ann-lee";
  static final String BEN = "29:1ben-ortiz";
  static final String WEB = "19:acme-web@thread.tacv2";
  static final String GROUP = "19:acme-launch@thread.v2";
  static final String ANNS_CHAT = "a:1ann-lee";

  final MovableClock clock = new MovableClock();
  final Traffic traffic = new Traffic(clock);
  final TeamsSettings settings =
      TeamsSettings.playground()
          .withClock(clock)
          .withRetryDelays(List.of(Duration.ZERO, Duration.ZERO));
  final FakeBot bot;
  final TeamsStandIn teams;
  private final String token;

  TeamsKit() throws IOException {
    bot = new FakeBot();
    teams = TeamsStandIn.start(settings, traffic);
    teams.connect(bot.base());
    token = Wire.json(login(Map.of())).path("access_token").asText();
  }

  String token() {
    return token;
  }

  /// Asks for a token, with other fields than the right ones.
  HttpResponse<String> login(Map<String, String> other) throws IOException {
    return login(TeamsStandIn.TENANT, other);
  }

  HttpResponse<String> login(String tenant, Map<String, String> other) throws IOException {
    var form =
        new HashMap<>(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                settings.appId(),
                "client_secret",
                settings.appPassword(),
                "scope",
                "https://api.botframework.com/.default"));
    form.putAll(other);
    return Wire.send(
        Wire.postForm(URI.create(teams.loginUrl() + "/" + tenant + "/oauth2/v2.0/token"), form));
  }

  HttpResponse<String> post(String path, JsonNode body) throws IOException {
    return Wire.send(authorized(Wire.postJson(teams.serviceUrl().resolve(path), body)));
  }

  HttpResponse<String> put(String path, JsonNode body) throws IOException {
    var request =
        HttpRequest.newBuilder(teams.serviceUrl().resolve(path))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString()));
    return Wire.send(authorized(request));
  }

  HttpResponse<String> get(String path) throws IOException {
    return Wire.send(authorized(HttpRequest.newBuilder(teams.serviceUrl().resolve(path))));
  }

  HttpResponse<String> delete(String path) throws IOException {
    return Wire.send(authorized(HttpRequest.newBuilder(teams.serviceUrl().resolve(path)).DELETE()));
  }

  /// Sends an activity to a conversation and returns its id.
  String send(String conversation, ObjectNode activity) throws IOException {
    return Wire.json(post(activities(conversation), activity)).path("id").asText();
  }

  static String activities(String conversation) {
    return "v3/conversations/" + encode(conversation) + "/activities";
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static ObjectNode text(String text) {
    return object("type", "message", "text", text);
  }

  static ObjectNode card(JsonNode... actions) {
    return object(
        "type",
        "AdaptiveCard",
        "version",
        "1.5",
        "body",
        List.of(object("type", "TextBlock", "text", "Agent started")),
        "actions",
        List.of(actions));
  }

  static ObjectNode withCard(ObjectNode card) {
    var attachment =
        object("contentType", "application/vnd.microsoft.card.adaptive", "content", card);
    return object("type", "message", "attachments", List.of(attachment));
  }

  String say(String place, String text) {
    return teams.say(ANN, place, Optional.empty(), text);
  }

  private HttpRequest.Builder authorized(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    teams.close();
    bot.close();
  }
}
