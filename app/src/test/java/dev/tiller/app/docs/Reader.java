package dev.tiller.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Follows a document to the letter.
final class Reader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// The playground's usual ports may be in use on this machine.
  private static final String PORTS =
      "./tiller playground --port 0 --cursor-port 0 --slack-port 0 --teams-port 0";

  private final Desk desk;
  private Optional<Process> running = Optional.empty();

  Reader(Desk desk) {
    this.desk = desk;
  }

  /// Does what a block says.
  ///
  /// @param title tells the block in failures
  /// @return whether something runs since this block
  boolean follow(Block block, String title) throws IOException, InterruptedException {
    switch (block.mark().orElse(new Mark.NotHere("no mark"))) {
      case Mark.IsFile file ->
          Files.writeString(desk.folder().resolve(file.name()), desk.filledIn(block.text()));
      case Mark.Runs runs -> {
        if (runs.alone()) {
          close();
        }
        runs(block.text(), title);
      }
      case Mark.RunsUntil until -> {
        close();
        start(block.text(), until.words(), title);
        return true;
      }
      case Mark.NotHere _ -> {}
    }
    return false;
  }

  private void runs(String commands, String title) throws IOException, InterruptedException {
    var log = Files.createTempFile(desk.folder(), "block", ".log");
    var process = process(commands, log);
    try {
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended).as(title + " does not end:\n" + Files.readString(log)).isTrue();
      assertThat(process.exitValue()).as(title + " fails:\n" + Files.readString(log)).isZero();
    } finally {
      end(process);
    }
  }

  private void start(String commands, String words, String title) throws IOException {
    var log = Files.createTempFile(desk.folder(), "block", ".log");
    var process = process(commands, log);
    running = Optional.of(process);
    await(title)
        .atMost(PATIENCE)
        .until(() -> Files.readString(log).contains(words) || !process.isAlive());
    assertThat(log).as(title).content().contains(words);
  }

  private Process process(String commands, Path log) throws IOException {
    var builder =
        new ProcessBuilder("sh", "-eu", "-c", commands.replace("./tiller playground", PORTS));
    builder.directory(desk.folder().toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(desk.environment());
    var process = builder.redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    return process;
  }

  /// Ends what still runs, as Ctrl-C does.
  @Override
  public void close() {
    running.ifPresent(Reader::end);
    running = Optional.empty();
  }

  private static void end(Process process) {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    for (var one : all) {
      try {
        one.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
      } catch (CompletionException _) {
        one.destroyForcibly();
      }
    }
  }
}
