package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.distribution.Distribution;
import dev.tiller.core.logs.LogGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The production entry point in a process of its own, so that it can be killed.
final class BotProcess {

  private final Process process;
  private final Path log;

  private BotProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Starts it with a heap that is more than enough, and waits until it says that it is ready.
  static BotProcess start(Path folder, int port, Map<String, String> settings) throws IOException {
    return start(folder, port, settings, Distribution.environment());
  }

  /// @param options of the virtual machine
  static BotProcess start(Path folder, int port, Map<String, String> settings, String... options)
      throws IOException {
    return start(folder, port, settings, Distribution.environment(options));
  }

  private static BotProcess start(
      Path folder, int port, Map<String, String> settings, Map<String, String> launching)
      throws IOException {
    var builder = new ProcessBuilder(Distribution.launcher().toString(), "serve");
    builder.directory(folder.toFile());
    builder.environment().putAll(launching);
    builder.environment().putAll(settings);
    builder.environment().put("TILLER_PORT", String.valueOf(port));
    builder.redirectErrorStream(true);
    builder.environment().put("TILLER_LOG_LEVEL", "trace");
    var log = folder.resolve("bot-" + System.nanoTime() + ".log");
    builder.redirectOutput(log.toFile());
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    await().atMost(Duration.ofSeconds(60)).until(() -> ready(port));
    return new BotProcess(process, log);
  }

  private static boolean ready(int port) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /// As `kill -9` does: no shutdown hook, nothing flushed. Its log must have kept all secrets.
  void kill() throws InterruptedException, IOException {
    process.destroyForcibly().waitFor();
    assertThat(LogGuard.secretsIn(Files.readString(log))).isEmpty();
  }

  /// Lets it do nothing while something happens that the others are to have for themselves.
  void pausedDuring(Runnable something) throws IOException, InterruptedException {
    signal("-STOP");
    try {
      something.run();
    } finally {
      signal("-CONT");
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", name, String.valueOf(pid())).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }

  /// Asks it to end, as a supervisor does, and does not wait.
  void terminate() {
    process.destroy();
  }

  /// Waits for its end. Its log must have kept all secrets.
  ///
  /// @return the exit code
  int awaitEnd(Duration most) throws InterruptedException, IOException {
    assertThat(process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    assertThat(LogGuard.secretsIn(log())).isEmpty();
    return process.exitValue();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
