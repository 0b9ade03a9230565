package dev.tiller.app.playground;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.slack.api.app_backend.SlackSignature;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.playground.CursorState.Agent;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.FakeBot;
import dev.tiller.app.standin.chat.FakeBot.Received;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Reply;
import dev.tiller.app.standin.chat.Wire;
import dev.tiller.app.standin.cursor.Faults;
import dev.tiller.app.standin.slack.SlackSettings;
import dev.tiller.app.standin.slack.SlackStandIn;
import dev.tiller.app.standin.teams.TeamsSettings;
import dev.tiller.app.standin.teams.TeamsStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The page's API over both chat stand-ins, with a bot that takes only what is signed.
class PlaygroundApiTest {

  private static final String ANN = "29:1ann-lee";
  private static final String WEB = "19:acme-web@thread.tacv2";

  private final SlackSettings slackSettings =
      SlackSettings.playground()
          .withPatience(Duration.ofSeconds(30))
          .withClock(InstantSource.fixed(Instant.now()));
  private final TeamsSettings teamsSettings = TeamsSettings.playground();
  private FakeBot bot;
  private SlackStandIn slack;
  private TeamsStandIn teams;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    var traffic = new Traffic(InstantSource.system());
    bot = new FakeBot();
    slack = SlackStandIn.start(slackSettings, traffic);
    teams = TeamsStandIn.start(teamsSettings, traffic);
    bot.answer(request -> Reply.empty(authentic(request) ? 200 : 401));
    slack.connect(bot.base());
    teams.connect(bot.base());
    server =
        HttpServer.start(
            "127.0.0.1", 0, PlaygroundApi.routes(List.of(slack, teams), new OneAgent(), traffic));
  }

  @AfterEach
  void stop() {
    server.close();
    slack.close();
    teams.close();
    bot.close();
  }

  @Test
  void theStateHasBothPlatformsAndCursor() throws IOException {
    var state = state();

    assertThat(state.at("/platforms").valueStream().map(it -> it.path("id").asText()))
        .containsExactly("slack", "teams");
    assertThat(state.at("/platforms/0/bot")).isEqualTo(object("id", "U0TILLER", "name", "tiller"));
    assertThat(state.at("/platforms/0/channels").valueStream())
        .contains(
            object("id", "C0WEB", "name", "web-team", "kind", "channel"),
            object("id", "D0ANN", "name", "tiller", "kind", "direct", "person", "U0ANN"));
    assertThat(state.at("/platforms/1/people/0")).isEqualTo(object("id", ANN, "name", "Ann Lee"));
    assertThat(state.at("/platforms/1/enabled").asBoolean()).isTrue();
    assertThat(state.at("/cursor/api").asText()).isEqualTo("v1");
    assertThat(state.at("/cursor/agents/0/status").asText()).isEqualTo("RUNNING");
  }

  @Test
  void whatAPersonSaysOnSlackReachesTheBotSigned() throws IOException {
    var id =
        post(
                "say",
                "platform",
                "slack",
                "person",
                "U0ANN",
                "channel",
                "C0WEB",
                "text",
                "@tiller fix it")
            .path("id")
            .asText();

    await().until(() -> bot.received().size() == 2);
    assertThat(bot.received()).allMatch(this::authentic);
    var message = state().at("/platforms/0/messages/0");
    assertThat(message.path("id").asText())
        .isEqualTo(id)
        .isEqualTo(message.path("thread").asText());
    assertThat(message.path("text").asText()).isEqualTo("@tiller fix it");
    assertThat(message.at("/wire/text").asText()).isEqualTo("<@U0TILLER> fix it");
    assertThat(message.path("author"))
        .isEqualTo(object("id", "U0ANN", "name", "Ann Lee", "bot", false));
    assertThat(message.path("onlyFor").isNull()).isTrue();
    assertThat(message.path("edited").asBoolean()).isFalse();
  }

  @Test
  void whatAPersonSaysOnTeamsReachesTheBotWithAToken() throws IOException {
    var id =
        post("say", "platform", "teams", "person", ANN, "channel", WEB, "text", "@tiller fix it")
            .path("id")
            .asText();
    post(
        "edit",
        "platform",
        "teams",
        "person",
        ANN,
        "channel",
        WEB,
        "message",
        id,
        "text",
        "@tiller now");
    post("redeliver", "platform", "teams", "message", id);

    await().until(() -> bot.received().size() == 3);
    assertThat(bot.received()).allMatch(this::authentic);
    var message = state().at("/platforms/1/messages/0");
    assertThat(message.path("text").asText()).isEqualTo("@tiller now");
    assertThat(message.path("edited").asBoolean()).isTrue();
    assertThat(message.at("/wire/text").asText()).isEqualTo("<at>Tiller</at> now");
  }

  @Test
  void aSlackFormIsOpenedByAClickAndFilledIn() throws IOException {
    var card = postCard();
    post(
        "press",
        "platform",
        "slack",
        "person",
        "U0BEN",
        "channel",
        "C0WEB",
        "message",
        card,
        "action",
        object("action_id", "go", "block_id", "b", "value", "1"));
    slackCall(
        "views.open",
        object("trigger_id", lastPayload().path("trigger_id").asText(), "view", view()));

    var form = state().at("/platforms/0/forms/0");
    assertThat(form.path("person").asText()).isEqualTo("U0BEN");
    assertThat(form.at("/wire/title/text").asText()).isEqualTo("Follow-up");
    var wrong = submit(form, object("prompt", ""));
    assertThat(wrong.path("errors").has("prompt")).isTrue();
    var right = submit(form, object("prompt", "more"));

    assertThat(right).isEqualTo(object());
    assertThat(lastPayload().at("/view/state/values/prompt/text/value").asText()).isEqualTo("more");
    assertThat(state().at("/platforms/0/forms")).isEmpty();
  }

  @Test
  void aNoteForTheClickerComesWithThePress() throws IOException {
    var card = postCard();
    bot.answer(Reply.empty(500));

    var answer =
        post(
            "press",
            "platform",
            "slack",
            "person",
            "U0BEN",
            "channel",
            "C0WEB",
            "message",
            card,
            "action",
            object("action_id", "go", "block_id", "b", "value", "1"));

    assertThat(answer.path("note").asText()).contains("500");
  }

  @Test
  void theTrafficIsReadFromAnyPoint() throws IOException {
    slackCall("auth.test", object());
    slackCall("auth.test", object());

    var all = get("/api/traffic?after=0");
    var rest = get("/api/traffic?after=1");

    assertThat(all.path("last").asLong()).isEqualTo(2);
    assertThat(all.at("/entries/0/service").asText()).isEqualTo("slack");
    assertThat(all.at("/entries/0/direction").asText()).isEqualTo("RECEIVED");
    assertThat(all.at("/entries/0/path").asText()).isEqualTo("/api/auth.test");
    assertThat(all.at("/entries/0/status").asInt()).isEqualTo(200);
    assertThat(rest.path("entries")).hasSize(1);
    assertThat(get("/api/traffic?after=2").path("last").asLong()).isEqualTo(2);
  }

  @Test
  @Timeout(20)
  void theStreamBeginsWithTheStateAndTellsOfChanges() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(url("/api/events")).build(), BodyHandlers.ofInputStream());
      try (var lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        assertThat(answer.headers().firstValue("content-type").orElse(""))
            .startsWith("text/event-stream");
        assertThat(lines.readLine()).isEqualTo("event: state");
        assertThat(data(lines).at("/platforms/1/messages")).isEmpty();

        teams.say(ANN, WEB, Optional.empty(), "nothing for the bot");

        var next =
            Stream.generate(() -> data(lines))
                .filter(it -> it.at("/platforms/1/messages").size() == 1);
        assertThat(next.findFirst()).isPresent();
      }
    }
  }

  @Test
  void mistakesAreAnsweredInPlainWords() throws IOException {
    assertThat(refusal(400, "say", object("platform", "slack"))).contains("\"person\" is missing");
    assertThat(refusal(404, "say", object("platform", "irc"))).contains("no platform irc");
    assertThat(refusal(404, "redeliver", object("platform", "slack", "message", "1.2")))
        .contains("never told");
    assertThat(refusal(404, "dismiss", object("platform", "teams", "person", ANN, "form", "x")))
        .contains("not open");
    var plain =
        HttpRequest.newBuilder(url("/api/say")).POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(Wire.send(plain).statusCode()).isEqualTo(400);
    var broken =
        HttpRequest.newBuilder(url("/api/say"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{"));
    assertThat(Wire.send(broken).body()).contains("not a JSON object");
  }

  @Test
  void anotherSitesPageIsRefusedEverywhere() throws IOException {
    for (var path :
        List.of(
            "/", "/api/state", "/api/events", "/api/traffic", "/api/files/a/b", "/pretend/a/x")) {
      var request = HttpRequest.newBuilder(url(path)).header("Origin", "https://evil.example");
      assertThat(Wire.send(request).statusCode()).as(path).isEqualTo(403);
    }
    var say = object("platform", "slack", "person", "U0ANN", "channel", "C0WEB", "text", "forged");
    var request = Wire.postJson(url("/api/say"), say).header("Origin", "https://evil.example");
    assertThat(Wire.send(request).statusCode()).isEqualTo(403);
    assertThat(slack.view().messages()).isEmpty();
  }

  @Test
  void anotherHostNameIsRefused() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var request = "GET /api/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("Ann Lee");
    }
  }

  @Test
  void filesComeWithTheirTypesAndStrictHeaders() throws IOException {
    var css = Wire.send(HttpRequest.newBuilder(url("/assets/pretend.css")));

    assertThat(css.headers().firstValue("content-type")).contains("text/css; charset=utf-8");
    assertThat(css.headers().firstValue("cache-control")).contains("no-store");
    assertThat(css.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'");
    assertThat(Wire.send(HttpRequest.newBuilder(url("/assets/none.js"))).statusCode())
        .isEqualTo(404);
    assertThat(Wire.send(HttpRequest.newBuilder(url("/assets/%2e%2e/logback.xml"))).statusCode())
        .isIn(400, 404);
  }

  @Test
  void thePageNamesItsFilesByAPathUnderWhichTheBrowserKeepsThemUntilTheNextStart()
      throws IOException {
    var page = Wire.send(HttpRequest.newBuilder(url("/")));
    var named = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"").matcher(page.body()).results();
    var files = named.map((MatchResult it) -> it.group(1)).distinct().toList();

    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
    assertThat(files).hasSizeGreaterThan(10).allMatch(it -> it.startsWith("/assets/kept-"));
    for (var file : files) {
      var answer = Wire.send(HttpRequest.newBuilder(url(file)));
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("immutable");
    }
  }

  @Test
  void whatIsNotThereIsNotKept() throws IOException {
    for (var name : List.of("/none.js", "-earlier/app.js")) {
      var answer = Wire.send(HttpRequest.newBuilder(url(Assets.KEPT.replaceAll("/$", "") + name)));

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }
  }

  private ObjectNode submit(JsonNode form, ObjectNode values) throws IOException {
    return post(
        "submit",
        "platform",
        "slack",
        "person",
        "U0BEN",
        "form",
        form.path("id").asText(),
        "values",
        values);
  }

  private String postCard() throws IOException {
    var button =
        object(
            "type",
            "button",
            "action_id",
            "go",
            "value",
            "1",
            "text",
            object("type", "plain_text", "text", "Go"));
    var blocks = List.of(object("type", "actions", "block_id", "b", "elements", List.of(button)));
    return slackCall("chat.postMessage", object("channel", "C0WEB", "blocks", blocks))
        .path("ts")
        .asText();
  }

  private static ObjectNode view() {
    var input =
        object(
            "type",
            "input",
            "block_id",
            "prompt",
            "label",
            object("type", "plain_text", "text", "What next?"),
            "element",
            object("type", "plain_text_input", "action_id", "text"));
    return object(
        "type", "modal",
        "title", object("type", "plain_text", "text", "Follow-up"),
        "submit", object("type", "plain_text", "text", "Send"),
        "blocks", List.of(input));
  }

  private ObjectNode slackCall(String method, ObjectNode arguments) throws IOException {
    return Wire.json(
        Wire.send(
            Wire.postJson(slack.apiUrl().resolve(method), arguments)
                .header("Authorization", "Bearer " + slackSettings.botToken())));
  }

  /// The latest interaction of Slack's.
  private ObjectNode lastPayload() {
    return bot.received().reversed().stream()
        .filter(it -> it.body().startsWith("payload="))
        .findFirst()
        .map(Received::json)
        .orElseThrow();
  }

  private boolean authentic(Received request) {
    return request.path().equals("/slack/events") ? signed(request) : tokenFits(request);
  }

  private boolean signed(Received request) {
    var verifier =
        new SlackSignature.Verifier(new SlackSignature.Generator(slackSettings.signingSecret()));
    return verifier.isValid(
        request.header("x-slack-request-timestamp").orElse(""),
        request.body(),
        request.header("x-slack-signature").orElse(""));
  }

  private boolean tokenFits(Received request) {
    try {
      var metadata = Wire.json(Wire.send(HttpRequest.newBuilder(teams.openIdMetadataUrl())));
      var keys = Wire.send(HttpRequest.newBuilder(URI.create(metadata.path("jwks_uri").asText())));
      var token =
          SignedJWT.parse(request.header("authorization").orElse("").replace("Bearer ", ""));
      var key = JWKSet.parse(keys.body()).getKeyByKeyId(token.getHeader().getKeyID());
      return token.verify(new RSASSAVerifier(key.toRSAKey()))
          && token.getJWTClaimsSet().getAudience().contains(teamsSettings.appId());
    } catch (IOException | ParseException | JOSEException e) {
      return false;
    }
  }

  private String refusal(int status, String act, ObjectNode body) throws IOException {
    HttpResponse<String> answer = Wire.send(Wire.postJson(url("/api/" + act), body));
    assertThat(answer.statusCode()).isEqualTo(status);
    return Wire.json(answer).path("error").asText();
  }

  private ObjectNode post(String act, Object... namesAndValues) throws IOException {
    var answer = Wire.send(Wire.postJson(url("/api/" + act), object(namesAndValues)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Wire.json(answer);
  }

  private ObjectNode state() throws IOException {
    return get("/api/state");
  }

  private ObjectNode get(String path) throws IOException {
    return Wire.json(Wire.send(HttpRequest.newBuilder(url(path))));
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static JsonNode data(BufferedReader lines) {
    try {
      var line = lines.readLine();
      while (!line.startsWith("data: ")) {
        line = lines.readLine();
      }
      return Json.parse(line.substring("data: ".length())).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class OneAgent implements CursorView {
    @Override
    public CursorState state() {
      var agent =
          new Agent(
              "bc-1",
              "Fix it",
              "RUNNING",
              "github.com/acme/web",
              Optional.empty(),
              Optional.empty());
      return new CursorState("v1", List.of(agent));
    }

    @Override
    public Faults faults() {
      return new Faults(InstantSource.system());
    }

    @Override
    public void onChange(Runnable listener) {}
  }
}
