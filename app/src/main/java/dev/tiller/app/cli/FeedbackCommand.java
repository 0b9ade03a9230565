package dev.tiller.app.cli;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.tiller.app.PartSettings;
import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Settings;
import dev.tiller.core.conversation.FeedbackLine;
import dev.tiller.core.store.JdbcStore;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "feedback",
    description = "Show what people think of runs, newest first.",
    footer = {
      "",
      "Reads the bot's database, so it needs the settings of tiller serve. An H2 file that a running"
          + " bot has open cannot be read; an admin can write feedback to the bot instead."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class FeedbackCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Mixin private final ConfigFile config = new ConfigFile();

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      defaultValue = "100",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Spec private @Nullable CommandSpec spec;

  FeedbackCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws StartFailure, BadSettings {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var lines = read(Settings.load(environment, config.path()));
    if (lines.isEmpty()) {
      out.println("Nobody has given feedback yet.");
    }
    lines.forEach(line -> print(line, out));
    return 0;
  }

  private List<FeedbackLine> read(Settings settings) throws StartFailure {
    try (var store = JdbcStore.open(PartSettings.database(settings), InstantSource.system())) {
      return store.transact(tx -> tx.feedback(Optional.empty(), Math.max(0, most)));
    } catch (PoolInitializationException e) {
      throw new StartFailure(
          "the database cannot be opened. Is the bot running on the same H2 file? Then write"
              + " feedback to it, or stop it first.",
          e);
    }
  }

  private static void print(FeedbackLine line, PrintWriter out) {
    var its = line.feedback();
    var verdict = its.verdict().name().toLowerCase(Locale.ROOT);
    out.println(
        "%s  %s  %s (%s)  %s"
            .formatted(
                its.at(),
                verdict,
                plain(its.by().name()),
                plain(its.by().id()),
                line.repository().display()));
    if (!its.text().isEmpty()) {
      out.println("  said: " + plain(its.text()));
    }
    out.println("  task: " + plain(line.task()));
    out.println(
        "  run:  %s, %s %s"
            .formatted(its.run(), line.thread().platform().label(), line.thread().channel()));
  }

  /// What people have written, on one line and without what a terminal would obey.
  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
  }
}
