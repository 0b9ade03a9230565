package dev.tiller.core.cursor.webhook;

import static dev.tiller.core.cursor.ScriptedCursor.LAUNCH;
import static dev.tiller.core.cursor.ScriptedCursor.NOW;
import static dev.tiller.core.cursor.ScriptedCursor.fixture;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import dev.tiller.core.logs.LogGuard;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorWebhookTest {

  private static final String OLD = "old-master-key-of-32-characters!";
  private static final String NEW = "new-master-key-of-32-characters!";
  private static final AgentId AGENT = new AgentId("bc-5d6e7f80-0000-4000-8000-00000000000b");
  private static final String BODY = fixture("v0-webhook.json");
  private static final Instant SAID_AT = Instant.parse("2026-11-20T09:59:58.123Z");

  private record Reported(UUID launch, AgentId agent, RunReport report) {}

  private final List<Reported> reported = new ArrayList<>();
  private final LaunchRequest.Webhook webhook = webhook(List.of(OLD), LAUNCH);
  private final CursorWebhook listener = listener(List.of(OLD));

  @Test
  void anEndingIsReportedWithTheTimeThatTheServiceGave() {
    assertThat(deliver(BODY).status()).isEqualTo(200);

    assertThat(reported)
        .containsExactly(
            new Reported(
                LAUNCH,
                AGENT,
                new RunReport(
                    RunState.FINISHED,
                    "FINISHED",
                    Optional.of("Fixed the login bug."),
                    List.of(
                        new RunReport.Change(
                            new Repository(URI.create("https://github.com/acme/web")),
                            Optional.of("cursor/fix-the-login-bug-1a2b3c4d"),
                            Optional.empty())),
                    Optional.empty(),
                    Optional.empty(),
                    SAID_AT)));
  }

  @Test
  void aDuplicateIsReportedAgain() {
    deliver(BODY);

    assertThat(deliver(BODY).status()).isEqualTo(200);
    assertThat(reported).hasSize(2);
  }

  @Test
  void withoutATimeItCountsFromNow() {
    deliver("{\"id\":\"bc-1\",\"status\":\"ERROR\",\"timestamp\":\"yesterday\"}");

    assertThat(reported).singleElement().extracting(r -> r.report().reportedAt()).isEqualTo(NOW);
    assertThat(reported.getFirst().report().state()).isEqualTo(RunState.FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"bc-1\",\"status\":\"PAUSED\"}",
        "{\"id\":\"bc-1\",\"status\":\"FINISHED\",\"event\":\"somethingElse\"}"
      })
  void whatIsNotKnownIsTakenAndIgnored(String body) {
    assertThat(deliver(body).status()).isEqualTo(200);
    assertThat(reported).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{}",
        "{\"id\":\"bc-1\"}",
        "{\"status\":\"FINISHED\"}",
        "{\"id\":\" \",\"status\":\"FINISHED\"}",
        "{\"id\":{},\"status\":\"FINISHED\"}"
      })
  void aMalformedBodyIsRefusedWithoutAReport(String body) {
    assertThat(deliver(body).status()).isEqualTo(400);
    assertThat(reported).isEmpty();
  }

  @Test
  void whateverIsWrongTheAnswerIsTheSame() {
    var path = webhook.url().getPath();
    var right = signature(webhook.secret(), BODY);
    var answers =
        List.of(
            post(path, Map.of(), BODY),
            post(path, signed(""), BODY),
            post(path, signed("sha256="), BODY),
            post(path, signed("sha256=zz"), BODY),
            post(path, signed(right.substring("sha256=".length())), BODY),
            post(path, signed(right.replace("sha256", "sha1")), BODY),
            post(path, signed(right.substring(0, right.length() - 2)), BODY),
            post(path, signed(right), BODY + " "),
            post(path, signed(signature("wrong secret", BODY)), BODY),
            post(path, signed(signature(OLD, BODY)), BODY),
            post("/webhooks/cursor/" + LAUNCH, signed(right), BODY),
            post("/webhooks/cursor/", signed(right), BODY),
            post(path + "x", signed(right), BODY),
            post(otherLaunch().url().getPath(), signed(right), BODY));

    assertThat(answers).extracting(WebResponse::status).containsOnly(401);
    assertThat(answers)
        .extracting(answer -> new String(answer.body(), UTF_8))
        .containsOnly("This request is not authorized.");
    assertThat(reported).isEmpty();
  }

  @Test
  void oldLaunchesAreHeardAfterTheKeyWasReplacedAndNoLongerWhenItIsGone() {
    var headers = signed(signature(webhook.secret(), BODY));
    var path = webhook.url().getPath();

    assertThat(listener(List.of(NEW, OLD)).handle(request("POST", path, headers, BODY)).status())
        .isEqualTo(200);
    assertThat(listener(List.of(NEW)).handle(request("POST", path, headers, BODY)).status())
        .isEqualTo(401);
    assertThat(reported).hasSize(1);
  }

  @Test
  void theCaseOfTheHexDigitsDoesNotMatter() {
    var signature = signature(webhook.secret(), BODY).substring("sha256=".length());
    var upper = signed("sha256=" + signature.toUpperCase(Locale.ROOT));

    assertThat(post(webhook.url().getPath(), upper, BODY).status()).isEqualTo(200);
  }

  @Test
  void anOversizedBodyIsRefused() {
    assertThat(deliver(BODY + " ".repeat(1 << 20)).status()).isEqualTo(413);
    assertThat(reported).isEmpty();
  }

  @Test
  void ofWhatIsNotTakenTheLogTellsWhereAndNotWhatPeopleWrote() {
    var broken =
        new CursorWebhook(
            new WebhookKeys(List.of(OLD)),
            (launch, agent, report) -> {
              throw new IllegalStateException("words: 'a private prompt'");
            },
            () -> NOW);
    LogGuard.secret("a private prompt");
    var headers = signed(signature(webhook.secret(), BODY));

    assertThat(broken.handle(request("POST", webhook.url().getPath(), headers, BODY)).status())
        .isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "HEAD", "post"})
  void onlyPostIsAllowed(String method) {
    var headers = signed(signature(webhook.secret(), BODY));
    var request = request(method, webhook.url().getPath(), headers, BODY);

    assertThat(listener.handle(request).status()).isEqualTo(405);
    assertThat(reported).isEmpty();
  }

  @Test
  void aReportThatWasNotTakenIsToBeDeliveredAgain() {
    var failing =
        new CursorWebhook(
            new WebhookKeys(List.of(OLD)),
            (_, _, _) -> {
              throw new IllegalStateException("database is away");
            },
            () -> NOW);
    var headers = signed(signature(webhook.secret(), BODY));

    var answer = failing.handle(request("POST", webhook.url().getPath(), headers, BODY));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(new String(answer.body(), UTF_8)).doesNotContain("database");
  }

  private CursorWebhook listener(List<String> masters) {
    return new CursorWebhook(
        new WebhookKeys(masters),
        (launch, agent, report) -> reported.add(new Reported(launch, agent, report)),
        () -> NOW);
  }

  private static LaunchRequest.Webhook webhook(List<String> masters, UUID launch) {
    var publicUrl = Optional.of(URI.create("https://bot.example.com"));
    return new WebhookKeys(masters).forLaunch(publicUrl, launch).orElseThrow();
  }

  private static LaunchRequest.Webhook otherLaunch() {
    return webhook(List.of(OLD), UUID.randomUUID());
  }

  private WebResponse deliver(String body) {
    return post(webhook.url().getPath(), signed(signature(webhook.secret(), body)), body);
  }

  private WebResponse post(String path, Map<String, List<String>> headers, String body) {
    return listener.handle(request("POST", path, headers, body));
  }

  private static WebRequest request(
      String method, String path, Map<String, List<String>> headers, String body) {
    return new WebRequest(method, path, "", headers, body.getBytes(UTF_8), "192.0.2.1");
  }

  private static Map<String, List<String>> signed(String signature) {
    return Map.of("x-webhook-signature", List.of(signature));
  }

  private static String signature(String secret, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
