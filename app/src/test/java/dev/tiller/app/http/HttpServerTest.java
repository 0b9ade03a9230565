package dev.tiller.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    var routes =
        Routes.builder()
            .get("/agents/{id}", it -> it.respond(200, "text/plain", it.pathParam("id")))
            .post("/echo", it -> it.respond(200, "text/plain", it.body()))
            .get("/thread", it -> it.respondJson(200, "" + Thread.currentThread().isVirtual()))
            .get(
                "/fails",
                _ -> {
                  throw new IllegalStateException("inner detail");
                })
            .post(
                "/hooks/{secret}",
                _ -> {
                  throw new IOException("not the client");
                })
            .everyAnswer("X-Content-Type-Options", "nosniff")
            .build();
    server = HttpServer.start("127.0.0.1", 0, routes, Limits.DEFAULT.withBodyBytes(1000));
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void aPathParameterIsDecoded() throws Exception {
    var answer = get("/agents/19%3Aabc%40thread;messageid=1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("19:abc@thread;messageid=1");
  }

  @Test
  void anUnknownPathIsAnswered404InJson() throws Exception {
    var answer = get("/nowhere");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"There is nothing at this address.\"}");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aKnownPathWithAnotherMethodIsAnswered405WithAllow() throws Exception {
    var answer = send(HttpRequest.newBuilder(uri("/echo")).GET());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void aBodyWithinTheLimitArrivesWhole() throws Exception {
    assertThat(post("x".repeat(1000)).body()).isEqualTo("x".repeat(1000));
  }

  @Test
  void aBodyOverTheLimitIsAnswered413() throws Exception {
    assertThat(post("x".repeat(1001)).statusCode()).isEqualTo(413);
  }

  @Test
  void handlersRunOnVirtualThreads() throws Exception {
    assertThat(get("/thread").body()).isEqualTo("true");
  }

  @Test
  void aFailingHandlerIsAnswered500WithoutDetails() throws Exception {
    var answer = get("/fails");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).startsWith("{\"error\":").doesNotContain("inner", "Exception");
  }

  @Test
  void aFailureThatIsNotTheClientsIsAnsweredToo() throws Exception {
    var answer = send(HttpRequest.newBuilder(uri("/hooks/a")).POST(BodyPublishers.ofString("{")));

    assertThat(answer.statusCode()).isEqualTo(500);
  }

  @Test
  void logsNameTheRouteAndNotThePath() throws Exception {
    var events = new ListAppender<ILoggingEvent>();
    events.start();
    var logger = (Logger) LoggerFactory.getLogger(RoutesHandler.class);
    logger.addAppender(events);
    try {
      send(HttpRequest.newBuilder(uri("/hooks/hush")).POST(BodyPublishers.ofString("{")));
    } finally {
      logger.detachAppender(events);
    }

    assertThat(events.list)
        .singleElement()
        .satisfies(
            it -> assertThat(it.getKeyValuePairs().toString()).contains("/hooks/{secret}"),
            it -> assertThat(it.getKeyValuePairs().toString()).doesNotContain("hush"));
  }

  @Test
  void noAnswerNamesTheServersSoftware() throws Exception {
    assertThat(get("/nowhere").headers().firstValue("Server")).isEqualTo(Optional.empty());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(HttpRequest.newBuilder(uri("/echo")).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
