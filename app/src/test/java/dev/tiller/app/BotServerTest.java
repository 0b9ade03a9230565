package dev.tiller.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.bot.Deadline;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final CopyOnWriteArrayList<WebRequest> received = new CopyOnWriteArrayList<>();
  private final AtomicBoolean database = new AtomicBoolean(true);
  private final Readiness readiness = new Readiness(Map.of("database", database::get));
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);
  private BotServer server;

  @BeforeEach
  void start() throws IOException {
    var handlers =
        new BotServer.Handlers(
            Optional.of(this::answer), Optional.empty(), Optional.of(this::answer));
    server = new BotServer(readiness);
    server.listen("127.0.0.1", 0, handlers);
  }

  private WebResponse answer(WebRequest request) {
    received.add(request);
    if (new String(request.body(), StandardCharsets.UTF_8).equals("slow")) {
      begun.countDown();
      awaitQuietly(finish);
    }
    return WebResponse.text(202, "taken");
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void aHandlerGetsTheRawRequestAndItsAnswerGoesBack() throws Exception {
    var answer =
        send(
            HttpRequest.newBuilder(uri("/webhooks/cursor/abc?x=%20y"))
                .header("X-Webhook-Signature", "sha256=1")
                .POST(BodyPublishers.ofString("{\"a\": 1}")));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("taken");
    var request = received.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/webhooks/cursor/abc");
    assertThat(request.query()).isEqualTo("x=%20y");
    assertThat(request.header("x-webhook-signature")).contains("sha256=1");
    assertThat(request.body()).asString().isEqualTo("{\"a\": 1}");
    assertThat(request.remote()).isEqualTo("127.0.0.1");
  }

  @Test
  void slackHasItsAddress() throws Exception {
    post("/slack/events", "x");

    assertThat(received).hasSize(1);
  }

  @Test
  void theAddressOfAPlatformThatIsNotSetUpIsClosed() throws Exception {
    var answer = post("/api/messages", "{}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Microsoft Teams is not set up here.\"}");
  }

  @Test
  void aBodyOverOneMebibyteNeverReachesAHandler() throws Exception {
    assertThat(post("/slack/events", "x".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
    assertThat(post("/slack/events", "x".repeat(1 << 20)).statusCode()).isEqualTo(202);
    assertThat(received).hasSize(1);
  }

  @Test
  void theProcessIsLiveWhateverTheChecksSay() throws Exception {
    database.set(false);

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void itIsReadyWhileEveryCheckPasses() throws Exception {
    assertThat(get("/health/ready").body())
        .isEqualTo("{\"status\":\"ready\",\"checks\":{\"database\":true}}");

    database.set(false);

    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).contains("\"database\":false");
  }

  @Test
  void whatIsOnlyToldDoesNotTakeTheOthersDown() throws Exception {
    readiness.tell("slack-socket", () -> false);

    var answer = get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"status\":\"ready\",\"checks\":{\"database\":true,\"slack-socket\":false}}");
  }

  @Test
  void aStopIsToldBeforeRequestsAreSentAway() throws Exception {
    readiness.stop();

    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(post("/slack/events", "x").statusCode()).isEqualTo(202);
  }

  @Test
  void whileItStopsNewRequestsAreSentAwayAndItsHealthSaysSo() throws Exception {
    server.refuse(Deadline.in(Duration.ofSeconds(5)));

    var answer = post("/slack/events", "x");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(received).isEmpty();
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).contains("\"status\":\"stopping\"");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void stoppingWaitsForTheRequestsInFlight() throws Exception {
    var answer = CompletableFuture.supplyAsync(() -> postQuietly("slow"));
    begun.await();
    var stopping =
        Thread.startVirtualThread(() -> server.refuse(Deadline.in(Duration.ofSeconds(30))));
    await().until(() -> get("/health/ready").statusCode() == 503);
    assertThat(stopping.isAlive()).isTrue();

    finish.countDown();

    assertThat(answer.get().statusCode()).isEqualTo(202);
    stopping.join();
  }

  @Test
  void stoppingWaitsNoLongerThanItsDeadlineAllows() throws Exception {
    var answer = CompletableFuture.supplyAsync(() -> postQuietly("slow"));
    begun.await();

    server.refuse(Deadline.in(Duration.ZERO));

    assertThat(answer).isNotDone();
    finish.countDown();
    assertThat(answer.get().statusCode()).isEqualTo(202);
  }

  @Test
  void aCheckThatThrowsHasFailed() throws Exception {
    var throwing =
        new Readiness(
            Map.of(
                "database",
                () -> {
                  throw new IllegalStateException("connection details");
                }));
    var none = new BotServer.Handlers(Optional.empty(), Optional.empty(), Optional.empty());
    try (var failing = new BotServer(throwing)) {
      failing.listen("127.0.0.1", 0, none);
      var answer =
          send(
              HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + failing.port() + "/health/ready")));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).doesNotContain("details");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/", "/slack/events"})
  void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
    var headers = get(path).headers();

    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
  }

  private HttpResponse<String> postQuietly(String body) {
    try {
      return post("/slack/events", body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
