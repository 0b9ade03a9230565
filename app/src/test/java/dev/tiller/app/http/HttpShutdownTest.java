package dev.tiller.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HttpShutdownTest {

  private static final String GET = "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @Test
  void aRequestInFlightIsFinishedAndNewConnectionsAreRefused() throws Exception {
    var begun = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    var server =
        serve(it -> {
          begun.countDown();
          awaitQuietly(finish);
          it.respond(200, "text/plain", "finished");
        });
    int port = server.port();
    try (var client = new RawClient(port).send(GET)) {
      begun.await();
      var closing = Thread.startVirtualThread(server::close);
      await().until(() -> refuses(port));

      finish.countDown();

      assertThat(client.readAll()).startsWith("HTTP/1.1 200 ").endsWith("finished");
      closing.join();
    }
  }

  @Test
  void aPortThatIsTakenIsReported() throws IOException {
    try (var server = serve(it -> it.respond(204))) {
      assertThatThrownBy(
              () -> HttpServer.start("127.0.0.1", server.port(), Routes.builder().build()))
          .isInstanceOf(BindException.class)
          .hasMessage(
              "cannot listen on 127.0.0.1:"
                  + server.port()
                  + ": the port is in use: stop what uses it, or choose another port");
    }
  }

  private static HttpServer serve(HttpHandler handler) throws IOException {
    return HttpServer.start("127.0.0.1", 0, Routes.builder().get("/slow", handler).build());
  }

  private static boolean refuses(int port) throws IOException {
    try {
      new RawClient(port).close();
      return false;
    } catch (ConnectException _) {
      return true;
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
