package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import dev.tiller.app.standin.chat.Faults.Fault;
import dev.tiller.slack.SocketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What can be wrong with a Slack app.
final class SlackTroubles {

  private static final String WHO =
      "{\"ok\":true,\"user\":\"tiller\",\"team\":\"Acme\",\"team_id\":\"T1\",\"bot_id\":\"B1\"}";
  private static final Fault TOO_MANY =
      new Fault.Answer(
          429,
          "application/json",
          "{\"ok\":false,\"error\":\"ratelimited\"}",
          Map.of("Retry-After", "60"));

  private SlackTroubles() {}

  static final Map<Symptom, Troubles> ALL =
      Map.ofEntries(
          Map.entry(
              Symptom.SLACK_TOKEN_REFUSED, it -> app(it.settings("SLACK_BOT_TOKEN", "xoxb-1"), it)),
          Map.entry(
              Symptom.SLACK_NOT_A_BOT, it -> told(it, WHO.replace("bot_id", "nothing"), Map.of())),
          Map.entry(
              Symptom.SLACK_LATER,
              it -> {
                it.services().slack().faults().next("auth.test", 1, TOO_MANY);
                return app(it.settings(), it);
              }),
          Map.entry(
              Symptom.SLACK_ODD,
              it -> app(it.settings("SLACK_API_URL", it.services().cursor().url() + "/api/"), it)),
          Map.entry(Symptom.SLACK_SCOPES_UNTOLD, it -> told(it, WHO, Map.of())),
          Map.entry(
              Symptom.SLACK_SCOPE_MISSING,
              it -> told(it, WHO, Map.of("x-oauth-scopes", "chat:write,commands"))),
          Map.entry(
              Symptom.SLACK_SCOPE_MORE,
              it ->
                  told(
                      it,
                      WHO,
                      Map.of(
                          "X-OAuth-Scopes", String.join(",", SlackScopes.wanted()) + ", admin"))),
          Map.entry(Symptom.SLACK_SLOW_CLASS, it -> pace(it, TOO_MANY)),
          Map.entry(Symptom.SLACK_PACE_UNTOLD, it -> pace(it, Fault.Answer.json(500, ""))),
          Map.entry(Symptom.SLACK_APP_TOKEN_REFUSED, it -> socket(it, "invalid_auth")),
          Map.entry(Symptom.SLACK_APP_TOKEN_SCOPE, it -> socket(it, "missing_scope")),
          Map.entry(Symptom.SLACK_OTHER_APP, it -> socket(it, opened(it))),
          Map.entry(
              Symptom.SLACK_SOCKET_DOWN,
              _ ->
                  new SocketStateProbe(
                          () -> new SocketState.Trying(Instant.EPOCH, "Slack cannot be reached."))
                      .look()));

  private static List<Finding> app(Settings settings, Clinic clinic) throws Exception {
    try (var web = clinic.web()) {
      return new SlackProbe(settings.slack().orElseThrow(), web).look();
    }
  }

  private static List<Finding> told(Clinic clinic, String who, Map<String, String> headers)
      throws Exception {
    var answer = new Fault.Answer(200, "application/json", who, headers);
    clinic.services().slack().faults().next("auth.test", 1, answer);
    return app(clinic.settings(), clinic);
  }

  private static List<Finding> pace(Clinic clinic, Fault second) throws Exception {
    var faults = clinic.services().slack().faults();
    faults.next("conversations.replies", 1, new Fault.Delay(Duration.ZERO));
    faults.next("conversations.replies", 1, second);
    try (var web = clinic.web()) {
      return new SlackPace(clinic.settings().slack().orElseThrow(), web).look();
    }
  }

  private static Fault opened(Clinic clinic) {
    var url = clinic.services().slack().apiUrl().toString().replaceFirst("http", "ws");
    return opened(url);
  }

  private static Fault opened(String url) {
    return Clinic.answer("{\"ok\":true,\"url\":\"" + url + "\"}");
  }

  private static List<Finding> socket(Clinic clinic, String error) throws Exception {
    return socket(clinic, Clinic.answer("{\"ok\":false,\"error\":\"" + error + "\"}"));
  }

  private static List<Finding> socket(Clinic clinic, Fault answer) throws Exception {
    clinic.services().slack().faults().next("apps.connections.open", 1, answer);
    var slack = clinic.settings("SLACK_APP_TOKEN", "xapp-1-A0OTHER-1-x").slack().orElseThrow();
    try (var web = clinic.web()) {
      return new SlackSocket(slack, slack.appToken().orElseThrow(), web).look();
    }
  }
}
