package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.FaultRule;
import dev.tiller.app.standin.cursor.FaultRule.When;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.standin.cursor.Quotas;
import dev.tiller.app.standin.cursor.Step;
import dev.tiller.app.standin.slack.SlackSettings;
import dev.tiller.app.standin.slack.SlackStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many runs (`-Dtiller.runs=…`) watched by one process with a small heap, half of their streams
/// cut each second. Writes its figures to `target/many-runs.txt`.
class ManyRunsTest {

  private static final String TASK = "@tiller repo=acme/web fix the login bug";
  private static final int RUNS = Integer.getInteger("tiller.runs", 100);
  private static final int AT_ONCE = 20;
  private static final int ROUNDS = 2;
  private static final Fault CUT = new Fault.CutStreamAfter(Duration.ofSeconds(1));
  private static final String HEAP = "64m";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void allEndOnceAndMemoryStaysFlat() throws Exception {
    var traffic = new Traffic(InstantSource.system());
    var port = BotProcess.freePort();
    try (var slack = SlackStandIn.start(SlackSettings.playground(), traffic);
        var cursor = CursorStandIn.start("127.0.0.1", 0, options(), traffic)) {
      slack.connect(URI.create("http://127.0.0.1:" + port));
      var cutAll = cursor.faults().add(FaultRule.of(Operation.STREAM, When.always(), CUT));
      var bot =
          BotProcess.start(
              folder,
              port,
              settings(slack, cursor, port),
              "-Xmx" + HEAP,
              "-XX:+UseSerialGC",
              "-XX:+ExitOnOutOfMemoryError");
      var memory = new Memory(bot);
      long start = System.nanoTime();

      var threads = mention(slack, cursor);
      long launched = System.nanoTime();
      cutHalf(cursor);
      cursor.faults().remove(cutAll);
      var early = memory.used();
      for (int round = 0; round < ROUNDS; round++) {
        int before = cursor.calls(Operation.STREAM);
        cursor.agents().forEach(agent -> cursor.step(agent.id(), new Step.Words("Still at it.")));
        await().atMost(PATIENCE).until(() -> cursor.calls(Operation.STREAM) > before + RUNS / 2);
      }
      var late = memory.used();
      cursor.agents().forEach(agent -> cursor.finish(agent.id(), Ending.PULL_REQUEST));
      await().atMost(PATIENCE).until(() -> told(slack, threads) == RUNS);
      var after = memory.used();

      assertThat(cursor.createCalls()).isEqualTo(RUNS);
      for (var thread : threads) {
        assertThat(slack.thread("C0WEB", thread)).hasSize(3);
      }
      assertThat(bot.alive()).isTrue();
      assertThat(late - early).isLessThan(16 * MEBIBYTE);
      assertThat(after).isLessThan(late + 4 * MEBIBYTE);
      note(memory, launched - start, System.nanoTime() - start, early, late, after, cursor);
      bot.kill();
    }
  }

  private static void cutHalf(CursorStandIn cursor) {
    cursor.agents().stream()
        .limit(RUNS / 2)
        .map(agent ->
            new FaultRule(
                Optional.of(Operation.STREAM), Optional.of(agent.id()), When.always(), CUT))
        .forEach(cursor.faults()::add);
  }

  private static Options options() {
    var usual = Options.playground();
    return usual.withPace(Pace.manually()).withQuotas(Quotas.NONE);
  }

  private static Map<String, String> settings(SlackStandIn slack, CursorStandIn cursor, int port) {
    return Map.of(
        "SLACK_BOT_TOKEN", SlackSettings.playground().botToken(),
        "SLACK_SIGNING_SECRET", SlackSettings.playground().signingSecret(),
        "SLACK_API_URL", slack.apiUrl().toString(),
        "CURSOR_API_KEY", "crsr_good",
        "CURSOR_API_URL", cursor.url().toString(),
        "TILLER_PUBLIC_URL", "http://127.0.0.1:" + port);
  }

  /// No faster than a cold process takes them in on a busy machine: this is about watching.
  private static List<String> mention(SlackStandIn slack, CursorStandIn cursor) {
    var threads = new ArrayList<String>();
    while (threads.size() < RUNS) {
      for (int n = Math.min(AT_ONCE, RUNS - threads.size()); n > 0; n--) {
        threads.add(slack.say("U0ANN", "C0WEB", Optional.empty(), TASK));
      }
      await().atMost(PATIENCE).until(() -> cursor.agents().size() == threads.size());
    }
    return threads;
  }

  private static long told(SlackStandIn slack, List<String> threads) {
    return threads.stream()
        .filter(thread ->
            slack.thread("C0WEB", thread).stream()
                .anyMatch(message ->
                    message.path("text").asText().contains("Done, the pull request is ready")))
        .count();
  }

  private static void note(
      Memory memory,
      long launching,
      long all,
      long early,
      long late,
      long after,
      CursorStandIn cursor)
      throws IOException {
    var figures =
        """
        runs                             %d
        heap                             -Xmx%s, serial collector
        until all were launched          %.1f s
        until all had their two messages %.1f s
        streams opened                   %d
        live heap, all running           %.1f MB
        live heap, after some rounds     %.1f MB
        live heap, all ended             %.1f MB
        resident memory at most          %.0f MB
        """
            .formatted(
                RUNS,
                HEAP,
                launching / 1e9,
                all / 1e9,
                cursor.calls(Operation.STREAM),
                (double) early / MEBIBYTE,
                (double) late / MEBIBYTE,
                (double) after / MEBIBYTE,
                (double) memory.resident() / MEBIBYTE);
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("many-runs.txt"), figures);
    System.out.print(figures);
  }

  /// Another process's memory, as the JDK and the kernel tell it.
  private record Memory(BotProcess bot) {

    /// Bytes of live objects, after a collection.
    long used() throws IOException {
      var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      var process =
          new ProcessBuilder(jcmd, String.valueOf(bot.pid()), "GC.class_histogram").start();
      try (var lines = process.inputReader()) {
        return lines
            .lines()
            .filter(line -> line.startsWith("Total"))
            .map(line -> line.strip().split("\\s+"))
            .mapToLong(words -> Long.parseLong(words[2]))
            .findFirst()
            .orElseThrow();
      }
    }

    /// The most bytes that were resident so far.
    long resident() throws IOException {
      return Files.readAllLines(Path.of("/proc/" + bot.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElseThrow();
    }
  }
}
