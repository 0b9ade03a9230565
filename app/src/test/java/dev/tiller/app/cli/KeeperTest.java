package dev.tiller.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Routes;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeeperTest {

  /// A process of its own, which answers one request while it is being stopped.
  static final class Program {

    public static void main(String[] arguments) throws Exception {
      var stopping = new CountDownLatch(1);
      var routes =
          Routes.builder()
              .get(
                  "/slow",
                  it -> {
                    System.out.println("begun");
                    awaitQuietly(stopping);
                    it.respond(200, "text/plain", "finished");
                  })
              .build();
      var server = HttpServer.start("127.0.0.1", 0, routes);
      Keeper.stopOnSignal(
          () -> {
            stopping.countDown();
            server.close();
          },
          Keeper.STOPS_WITHIN);
      System.out.println(server.port());
      new CountDownLatch(1).await();
    }

    private static void awaitQuietly(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aProcessThatIsAskedToEndFinishesWhatItHasBegun() throws Exception {
    var process = start(Program.class);
    try (var out = process.inputReader();
        var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + line(out) + "/slow");
      var answer = client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(line(out)).isEqualTo("begun");

      process.destroy();

      assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("finished");
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }

  /// A process of its own that would never stop.
  static final class Stuck {

    public static void main(String[] arguments) throws Exception {
      Keeper.stopOnSignal(() -> new CountDownLatch(1).await(), Duration.ofMillis(300));
      System.out.println("begun");
      new CountDownLatch(1).await();
    }
  }

  @Test
  void aProcessThatCannotStopEndsAllTheSame() throws Exception {
    var process = start(Stuck.class);
    try (var out = process.inputReader()) {
      assertThat(line(out)).isEqualTo("begun");

      process.destroy();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(Class<?> program) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String line(BufferedReader reader) throws IOException {
    return String.valueOf(reader.readLine());
  }
}
