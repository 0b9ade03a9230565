package dev.tiller.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpLimitsTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String POST = "POST /echo HTTP/1.1\r\nHost: localhost\r\n";

  private HttpServer server = start(10, LONG);

  private static HttpServer start(int connections, Duration receive) {
    var limits = new Limits(1000, 2000, connections, receive, LONG, Duration.ofSeconds(1));
    var routes =
        Routes.builder().post("/echo", it -> it.respond(200, "text/plain", it.body())).build();
    try {
      return HttpServer.start("127.0.0.1", 0, routes, limits);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aChunkedBodyOverTheLimitIsAnswered413AndTheConnectionCloses() throws IOException {
    try (var client = new RawClient(server.port())) {
      client.send(POST + "Transfer-Encoding: chunked\r\n\r\n7d0\r\n" + "x".repeat(2000) + "\r\n");

      assertThat(client.readAll()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    }
  }

  @Test
  void anAnnouncedBodyOverTheLimitIsRefusedBeforeItIsSent() throws IOException {
    try (var client = new RawClient(server.port())) {
      client.send(POST + "Expect: 100-continue\r\nContent-Length: 2000\r\n\r\n");

      assertThat(client.readAll()).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void aBodyThatDoesNotArriveInTimeIsAnswered408() throws IOException {
    server.close();
    server = start(10, SHORT);
    try (var client = new RawClient(server.port())) {
      client.send(POST + "Content-Length: 10\r\n\r\nhalf");

      assertThat(client.readAll()).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void headersOverTheLimitAreAnswered431InJson() throws IOException {
    try (var client = new RawClient(server.port())) {
      client.send(POST + "X-Long: " + "x".repeat(3000) + "\r\n\r\n");

      assertThat(client.readAll()).startsWith("HTTP/1.1 431 ").contains("{\"error\":");
    }
  }

  @Test
  void aSenderThatTricklesHeadersIsDropped() throws IOException {
    server.close();
    server = start(10, SHORT);
    try (var client = new RawClient(server.port())) {
      client.send(POST + "X-Slow: ");

      await().atMost(LONG).pollInterval(SHORT.dividedBy(4)).until(client::isDropped);
    }
  }

  @Test
  void aMalformedRequestIsAnswered400WithoutDetails() throws IOException {
    try (var client = new RawClient(server.port())) {
      client.send("GET /a%2fb HTTP/1.1\r\nHost: localhost\r\n\r\n");

      assertThat(client.readUntil("}")).startsWith("HTTP/1.1 400 ").doesNotContain("Exception");
    }
  }

  @Test
  void aConnectionOverTheLimitWaitsUntilAnotherEnds() throws IOException {
    server.close();
    server = start(1, LONG);
    var request = POST + "Content-Length: 2\r\n\r\nhi";
    try (var first = new RawClient(server.port())) {
      first.send(request).readUntil("hi");
      try (var second = new RawClient(server.port())) {
        second.send(request);
        assertThat(second.staysSilent()).isTrue();

        first.hangUp();

        assertThat(second.readUntil("hi")).startsWith("HTTP/1.1 200 ");
      }
    }
  }
}
