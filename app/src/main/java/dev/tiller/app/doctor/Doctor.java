package dev.tiller.app.doctor;

import dev.tiller.app.config.Problem;
import dev.tiller.app.config.Settings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at everything that a bot with given settings needs. What it does to look is in
/// `docs/doctor.md`: it writes nothing that stays, and starts no agent.
public final class Doctor {

  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Patience patience;

  public Doctor(Map<String, String> environment, InstantSource clock, Patience patience) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.patience = patience;
  }

  /// The report about settings that cannot be used.
  public static Report of(List<Problem> problems) {
    return new Report(
        problems.stream()
            .map(it -> Finding.of(Check.SETTINGS, Symptom.SETTING_WRONG, it.toString()))
            .toList());
  }

  /// Looks at everything, side by side.
  public Report examine(Settings settings) throws InterruptedException {
    var clocks = new Clocks();
    var findings = new ArrayList<>(noticed(settings));
    try (var web = Web.byJavasSettings(patience, clocks, clock);
        var direct = Web.direct(patience, clocks, clock)) {
      var keys = DoctorKeys.open(settings.keys());
      findings.addAll(SideBySide.look(probes(settings, keys, web, direct), patience.check()));
    } catch (IOException e) {
      findings.add(
          Finding.of(
              Check.SETTINGS,
              Symptom.KEY_FILE_WRONG,
              "the key file cannot be read: " + e.getMessage(),
              "the key file"));
    }
    findings.addAll(clocks.look());
    return new Report(findings);
  }

  private List<Finding> noticed(Settings settings) {
    var findings = new ArrayList<Finding>();
    for (var notice : settings.notices()) {
      findings.add(Finding.of(Check.SETTINGS, Symptom.SETTING_NOTICED, notice));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok(Check.SETTINGS, "all that are needed are there"));
    }
    Proxies.judge(environment, settings).ifPresent(findings::add);
    return findings;
  }

  private List<Probe> probes(Settings settings, DoctorKeys keys, Web web, Web direct) {
    var server = new LocalServer(settings.web(), keys, direct);
    var probes = new ArrayList<Probe>();
    probes.add(new DatabaseProbe(settings, server, patience));
    probes.add(new InboundProbe(settings, server, keys, web, patience, clock));
    probes.add(new CursorProbe(settings.cursor(), web, clock));
    settings.slack().ifPresent(it -> probes.addAll(slack(it, direct)));
    settings.teams().ifPresent(it -> probes.addAll(teams(it, web)));
    return probes;
  }

  private static List<Probe> slack(Settings.Slack slack, Web web) {
    var probes = new ArrayList<Probe>();
    probes.add(new SlackProbe(slack, web));
    probes.add(new SlackPace(slack, web));
    slack.appToken().ifPresent(token -> probes.add(new SlackSocket(slack, token, web)));
    return probes;
  }

  private static List<Probe> teams(Settings.Teams teams, Web web) {
    return List.of(
        new TeamsLoginProbe(teams, web),
        new TeamsKeysProbe(teams, web),
        new TeamsHostsProbe(teams, web),
        new TeamsGraphProbe(teams, web));
  }
}
