package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import dev.tiller.core.logs.Trace;
import dev.tiller.slack.SocketState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Says in the log, after a start, what is connected and what is not, with the mend. It asks each
/// service once, in the background; nothing waits for it and nothing depends on it.
public final class StartUpSummary {

  private static final Logger log = LoggerFactory.getLogger(StartUpSummary.class);

  private StartUpSummary() {}

  /// Begins to ask, and returns at once.
  ///
  /// @param port that the bot listens on
  /// @param socket how it hears from Slack; absent without Socket Mode
  public static void begin(Settings settings, int port, Optional<Supplier<SocketState>> socket) {
    Thread.ofVirtual()
        .name("start-up summary")
        .start(() -> {
          try {
            of(settings, port, socket, Patience.USUAL, StartUpSummary::logged);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            log.atWarn().setCause(Trace.of(e)).log("the start-up summary is not complete");
          }
        });
  }

  /// Tells the findings, those first that need nobody's answer.
  static void of(
      Settings settings,
      int port,
      Optional<Supplier<SocketState>> socket,
      Patience patience,
      Consumer<Finding> reader)
      throws InterruptedException {
    known(settings, port).forEach(reader);
    var clock = InstantSource.system();
    var clocks = new Clocks();
    try (var web = Web.byJavasSettings(patience, clocks, clock);
        var direct = Web.direct(patience, clocks, clock)) {
      var probes = probes(settings, web, direct, clock);
      socket.ifPresent(its -> probes.add(new SocketStateProbe(its)));
      var answers = SideBySide.look(probes, patience.check());
      answers.forEach(reader);
    }
    var time = clocks.look().getFirst();
    if (time.status() == Status.WRONG) {
      reader.accept(time);
    }
  }

  private static List<Finding> known(Settings settings, int port) {
    var findings = new ArrayList<Finding>();
    findings.add(
        Finding.ok(Check.SERVER, "listening on %s:%d".formatted(settings.web().host(), port)));
    PublicUrl.judge(settings).ifPresent(findings::add);
    findings.add(database(settings.database()));
    if (settings.slack().isEmpty()) {
      findings.add(
          Finding.unused(
              Check.SLACK,
              "not set up; it wants SLACK_BOT_TOKEN, and SLACK_APP_TOKEN or"
                  + " SLACK_SIGNING_SECRET"));
    }
    if (settings.teams().isEmpty()) {
      findings.add(
          Finding.unused(
              Check.TEAMS,
              "not set up; it wants TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID"));
    }
    return findings;
  }

  private static Finding database(Settings.Database database) {
    if (database.h2File().isPresent()) {
      return Finding.ok(Check.DATABASE, "H2 file " + database.h2File().get());
    }
    return database.url().startsWith("jdbc:h2:mem:")
        ? Finding.of(Check.DATABASE, Symptom.DATABASE_FLEETING, "in memory")
        : Finding.ok(Check.DATABASE, DatabaseProbe.shown(database.url()));
  }

  private static List<Probe> probes(Settings settings, Web web, Web direct, InstantSource clock) {
    var probes = new ArrayList<Probe>();
    settings.slack().ifPresent(it -> probes.add(new SlackProbe(it, direct)));
    settings.teams().ifPresent(it -> probes.add(new TeamsLoginProbe(it, web)));
    probes.add(new CursorProbe(settings.cursor(), web, clock).forLog());
    return probes;
  }

  private static void logged(Finding finding) {
    log.atLevel(finding.status() == Status.WRONG ? Level.WARN : Level.INFO)
        .addKeyValue("check", finding.check().id())
        .addKeyValue("status", finding.status().word())
        .log(sentence(finding));
  }

  /// A log line of a finding.
  static String sentence(Finding finding) {
    return "%s: %s%s"
        .formatted(
            finding.check().label(),
            finding.said(),
            finding.mend().map(it -> (finding.said().endsWith(".") ? " " : ". ") + it).orElse(""));
  }
}
