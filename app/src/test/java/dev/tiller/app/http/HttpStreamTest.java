package dev.tiller.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpStreamTest {

  private static final String GET = "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @Test
  void eachWriteGoesOutAtOnce() throws Exception {
    var more = new CountDownLatch(1);
    try (var server =
            serve(stream -> {
              write(stream, "data: 1\n\n");
              await(more);
              write(stream, "data: 2\n\n");
            });
        var client = new RawClient(server.port()).send(GET)) {
      assertThat(client.readUntil("data: 1"))
          .contains("Content-Type: text/event-stream", "X-Test: yes");

      more.countDown();

      assertThat(client.readUntil("0\r\n\r\n")).contains("data: 2");
    }
  }

  @Test
  void aHandlerWhoseClientIsGoneGetsAnIOException() throws Exception {
    var seen = new CompletableFuture<Exception>();
    try (var server =
        serve(stream -> {
          try {
            while (true) {
              write(stream, "data: more\n\n");
            }
          } catch (IOException e) {
            seen.complete(e);
          }
        })) {
      new RawClient(server.port()).send(GET).close();

      assertThat(seen).succeedsWithin(5, TimeUnit.SECONDS).isInstanceOf(IOException.class);
    }
  }

  @Test
  void closingTheServerWakesTheHandlerOfAStream() throws Exception {
    var woken = new CompletableFuture<Boolean>();
    var server =
        serve(_ -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException _) {
            woken.complete(true);
          }
        });
    try (var client = new RawClient(server.port()).send(GET)) {
      client.readUntil("\r\n\r\n");

      server.close();

      assertThat(woken).isCompletedWithValue(true);
    }
  }

  @Test
  void answeringTwiceIsAMistakeOfTheHandler() throws Exception {
    var seen = new CompletableFuture<Throwable>();
    var routes =
        Routes.builder()
            .get(
                "/events",
                it -> {
                  it.respond(204);
                  try {
                    it.respond(200);
                  } catch (IllegalStateException e) {
                    seen.complete(e);
                  }
                })
            .build();
    try (var server = HttpServer.start("127.0.0.1", 0, routes);
        var client = new RawClient(server.port()).send(GET)) {
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 204");
      assertThat(seen).succeedsWithin(5, TimeUnit.SECONDS);
    }
  }

  private interface Body {
    void write(OutputStream stream) throws IOException;
  }

  private static HttpServer serve(Body body) throws IOException {
    var routes =
        Routes.builder()
            .get(
                "/events",
                it -> body.write(it.startStream(200, "text/event-stream", Map.of("X-Test", "yes"))))
            .build();
    return HttpServer.start("127.0.0.1", 0, routes);
  }

  private static void write(OutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
