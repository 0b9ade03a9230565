package dev.tiller.app.cli;

import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.LogLevel;
import dev.tiller.app.doctor.Doctor;
import dev.tiller.app.doctor.Patience;
import dev.tiller.app.doctor.Report;
import dev.tiller.app.doctor.ReportJson;
import dev.tiller.app.doctor.ReportText;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    description = "Look at everything that the bot needs, and say how to mend what is wrong.",
    footer = {
      "",
      "Leaves nothing behind and starts no agent. While no bot runs it listens on the bot's address"
          + " for as long as it tries the way in. Run it with the bot's user, folder and settings.",
      "",
      "Exit code: 0 all is well, 1 something is wrong, 78 the settings cannot be used."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {

  /// `EX_CONFIG` of sysexits.h, as `serve` ends with.
  private static final int BAD_SETTINGS = 78;

  private final Map<String, String> environment;

  @Mixin private final ConfigFile config = new ConfigFile();

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  DoctorCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!environment.containsKey("TILLER_LOG_LEVEL")) {
      LogLevels.set(LogLevel.ERROR);
    }
    try {
      var settings = Settings.load(environment, config.path());
      var doctor = new Doctor(environment, InstantSource.system(), Patience.USUAL);
      return show(doctor.examine(settings), ExitCode.SOFTWARE);
    } catch (BadSettings bad) {
      return show(Doctor.of(bad.problems()), BAD_SETTINGS);
    }
  }

  private int show(Report report, int otherwise) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(ReportJson.of(report));
    } else {
      new ReportText(Ansi.AUTO.enabled()).lines(report).forEach(out::println);
    }
    out.flush();
    return report.healthy() ? ExitCode.OK : otherwise;
  }
}
