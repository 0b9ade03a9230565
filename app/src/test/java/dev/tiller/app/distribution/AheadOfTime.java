package dev.tiller.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Records an ahead-of-time cache from a short run of the playground, as the image's build does. A
/// start takes half of the processor's time with it.
final class AheadOfTime {

  /// What short processes are started with, and the cache is recorded with.
  static final String OPTIONS = "-XX:TieredStopAtLevel=1 -Xmx256m";

  private static final String PLAYGROUND =
      "playground --port 0 --cursor-port 0 --slack-port 0 --teams-port 0";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private AheadOfTime() {}

  /// @param home the folder with the launcher
  static void record(Path home, Path cache) throws IOException {
    var log = Files.createTempFile(home, "recording", ".log");
    var command = ("sh tiller " + PLAYGROUND).split(" ", -1);
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().putAll(Distribution.environment(OPTIONS, "-XX:AOTCacheOutput=" + cache));
    var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> Files.readString(log).contains("Ctrl-C") || !process.isAlive());
      assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
      process.destroy();
      var ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended && Files.exists(cache)).as(Files.readString(log)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
