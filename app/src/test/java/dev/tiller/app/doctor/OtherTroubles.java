package dev.tiller.app.doctor;

import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// What can be wrong with settings, network and clock, and with a check itself.
final class OtherTroubles {

  private OtherTroubles() {}

  static final Map<Symptom, Troubles> ALL =
      Map.ofEntries(
          Map.entry(Symptom.SETTING_WRONG, _ -> badSettings()),
          Map.entry(
              Symptom.SETTING_NOTICED,
              it -> it.examined(it.settings("TILLER_NOTHING", "1")).findings()),
          Map.entry(Symptom.KEY_FILE_WRONG, OtherTroubles::keyFile),
          Map.entry(Symptom.NAME_UNKNOWN, it -> slackAt(it, "https://no-such-name.invalid/api/")),
          Map.entry(
              Symptom.NO_CONNECTION,
              it -> slackAt(it, "http://127.0.0.1:" + Clinic.freePort() + "/api/")),
          Map.entry(
              Symptom.TLS_REFUSED,
              it ->
                  slackAt(
                      it, it.services().slack().apiUrl().toString().replaceFirst("http", "https"))),
          Map.entry(Symptom.NO_ANSWER, OtherTroubles::silent),
          Map.entry(Symptom.OUT_OF_TIME, _ -> stuck()),
          Map.entry(
              Symptom.CHECK_BROKE,
              _ ->
                  SideBySide.look(
                      List.of(
                          probe(() -> {
                            throw new IllegalStateException("inside");
                          })),
                      Duration.ofSeconds(5))),
          Map.entry(
              Symptom.PROXY_IGNORED,
              it ->
                  Proxies.judge(
                          Map.of("HTTPS_PROXY", "http://proxy:3128"),
                          it.settings("CURSOR_API_URL", "https://api.cursor.com"))
                      .stream()
                      .toList()),
          Map.entry(Symptom.CLOCK_WRONG, it -> clock(it, Duration.ofMinutes(-3))),
          Map.entry(Symptom.CLOCK_DRIFTS, it -> clock(it, Duration.ofSeconds(20))),
          Map.entry(Symptom.CLOCK_UNKNOWN, _ -> new Clocks().look()));

  private static List<Finding> badSettings() {
    try {
      return List.of(
          Finding.ok(Check.SETTINGS, String.valueOf(Settings.load(Map.of(), Optional.empty()))));
    } catch (BadSettings bad) {
      return Doctor.of(bad.problems()).findings();
    }
  }

  private static List<Finding> keyFile(Clinic clinic) throws Exception {
    var path = clinic.folder().resolve("short");
    Files.writeString(clinic.folder().resolve("short.key"), "x");
    return clinic
        .examined(
            clinic.settings("TILLER_SECRET_KEY", "", "TILLER_DATABASE_URL", "jdbc:h2:" + path))
        .findings();
  }

  private static List<Finding> slackAt(Clinic clinic, String url) throws Exception {
    try (var web = clinic.web()) {
      return new SlackProbe(clinic.settings("SLACK_API_URL", url).slack().orElseThrow(), web)
          .look();
    }
  }

  private static List<Finding> silent(Clinic clinic) throws Exception {
    var patience =
        new Patience(
            Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ZERO);
    try (var listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var web = Web.direct(patience, new Clocks(), InstantSource.system())) {
      var url = "http://127.0.0.1:" + listening.getLocalPort() + "/api/";
      return new SlackProbe(clinic.settings("SLACK_API_URL", url).slack().orElseThrow(), web)
          .look();
    }
  }

  private static List<Finding> stuck() throws Exception {
    return SideBySide.look(
        List.of(probe(() -> new CountDownLatch(1).await())), Duration.ofMillis(50));
  }

  private interface Deed {
    void run() throws Exception;
  }

  private static Probe probe(Deed deed) {
    return new Probe() {
      @Override
      public Check check() {
        return Check.CURSOR;
      }

      @Override
      public List<Finding> look() throws Exception {
        deed.run();
        return List.of();
      }
    };
  }

  private static List<Finding> clock(Clinic clinic, Duration off) throws Exception {
    var clocks = new Clocks();
    var ours = InstantSource.offset(InstantSource.system(), off);
    try (var web = Web.direct(Clinic.PATIENCE, clocks, ours)) {
      var _ = web.get(clinic.services().cursor().url());
    }
    return clocks.look();
  }
}
