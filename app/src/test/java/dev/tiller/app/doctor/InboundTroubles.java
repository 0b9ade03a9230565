package dev.tiller.app.doctor;

import dev.tiller.app.BotServer;
import dev.tiller.app.Deployment;
import dev.tiller.app.Readiness;
import dev.tiller.app.config.Settings;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Routes;
import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be wrong with the way in.
final class InboundTroubles {

  private static final WebHandler REFUSING = _ -> WebResponse.empty(401);

  private InboundTroubles() {}

  static final Map<Symptom, Troubles> ALL =
      Map.ofEntries(
          Map.entry(
              Symptom.PORT_TAKEN,
              it ->
                  it.inbound(
                      it.settings(
                          "TILLER_PORT", String.valueOf(it.services().cursor().url().getPort())))),
          Map.entry(Symptom.SERVER_UNTOLD, InboundTroubles::withoutKey),
          Map.entry(Symptom.INBOUND_UNTOLD, InboundTroubles::withoutKey),
          Map.entry(Symptom.PORT_DENIED, it -> it.inbound(it.settings("TILLER_HOST", "192.0.2.1"))),
          Map.entry(Symptom.PORT_ANY, it -> it.inbound(it.settings("TILLER_PORT", "0"))),
          Map.entry(Symptom.SERVER_NOT_READY, it -> running(it, false, it.settings())),
          Map.entry(
              Symptom.URL_NOT_SET,
              it -> PublicUrl.judge(it.settings("TILLER_PUBLIC_URL", "")).stream().toList()),
          Map.entry(
              Symptom.URL_LOCAL,
              it ->
                  PublicUrl.judge(it.settings("SLACK_API_URL", "https://slack.com/api/")).stream()
                      .toList()),
          Map.entry(
              Symptom.INBOUND_ELSEWHERE,
              it ->
                  it.inbound(
                      it.settings("TILLER_PUBLIC_URL", it.services().cursor().url().toString()))),
          Map.entry(Symptom.INBOUND_REDIRECTED, InboundTroubles::redirected),
          Map.entry(Symptom.INBOUND_REFUSED, it -> running(it, true, it.settings())),
          Map.entry(
              Symptom.INBOUND_SLOW,
              it ->
                  it.inbound(
                      it.settings(),
                      new Patience(
                          Clinic.PATIENCE.connect(),
                          Clinic.PATIENCE.answer(),
                          Clinic.PATIENCE.check(),
                          Duration.ZERO))));

  private static List<Finding> withoutKey(Clinic clinic) throws Exception {
    var bot = clinic.settings();
    var port = String.valueOf(bot.web().port());
    var url = "http://127.0.0.1:" + port;
    try (var server =
        new BotServer(
            new Readiness(Map.of("database", () -> true)), new Deployment(bot.keys().open()))) {
      var none = new BotServer.Handlers(Optional.empty(), Optional.empty(), Optional.empty());
      server.listen("127.0.0.1", bot.web().port(), none);
      return clinic.inbound(
          clinic.settings("TILLER_SECRET_KEY", "", "TILLER_PORT", port, "TILLER_PUBLIC_URL", url));
    }
  }

  /// A bot that refuses what comes, since it has other secrets.
  private static List<Finding> running(Clinic clinic, boolean ready, Settings settings)
      throws Exception {
    var handlers =
        new BotServer.Handlers(Optional.of(REFUSING), Optional.of(REFUSING), Optional.of(REFUSING));
    try (var server =
        new BotServer(
            new Readiness(Map.of("database", () -> ready)),
            new Deployment(settings.keys().open()))) {
      server.listen("127.0.0.1", settings.web().port(), handlers);
      return clinic.inbound(settings);
    }
  }

  private static List<Finding> redirected(Clinic clinic) throws Exception {
    var routes =
        Routes.builder()
            .post("/{all*}", it -> it.setHeader("Location", "https://example.com/").respond(301))
            .build();
    try (var proxy = HttpServer.start("127.0.0.1", 0, routes)) {
      return clinic.inbound(
          clinic.settings("TILLER_PUBLIC_URL", "http://127.0.0.1:" + proxy.port()));
    }
  }
}
