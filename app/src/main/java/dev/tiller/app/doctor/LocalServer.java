package dev.tiller.app.doctor;

import dev.tiller.app.Deployment;
import dev.tiller.app.config.Settings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who listens on the address that the settings name. Asks once, whoever wants to know.
final class LocalServer {

  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

  private final Settings.Web settings;
  private final DoctorKeys keys;
  private final Web web;
  private State known = new Unknown();
  private boolean asked;

  LocalServer(Settings.Web settings, DoctorKeys keys, Web web) {
    this.settings = settings;
    this.keys = keys;
    this.web = web;
  }

  /// Who was found.
  sealed interface State {}

  /// The bot runs.
  ///
  /// @param failing what it says keeps it from being ready
  record Ours(List<String> failing) implements State {
    boolean ready() {
      return failing.isEmpty();
    }
  }

  /// A Tiller runs, and there is no key to tell whether it is this bot.
  record SomeBot() implements State {}

  record SomethingElse() implements State {}

  record Nobody() implements State {}

  /// The port is a new one at each start.
  record Unknown() implements State {}

  synchronized State look() throws InterruptedException {
    if (!asked && settings.port() != 0) {
      known = ask();
    }
    asked = true;
    return known;
  }

  /// The address of the server, for programs on this machine.
  URI address() {
    var host = EVERYWHERE.contains(settings.host()) ? "127.0.0.1" : settings.host();
    var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return URI.create("http://" + bracketed + ":" + settings.port());
  }

  private State ask() throws InterruptedException {
    var challenge = Challenge.fresh();
    var request =
        HttpRequest.newBuilder(address().resolve("/health/ready"))
            .header(Deployment.HEADER, challenge);
    return switch (web.send(request)) {
      case Reply.Unanswered unanswered ->
          unanswered.why() == Symptom.NO_ANSWER ? new SomethingElse() : new Nobody();
      case Reply.Answered answer ->
          switch (keys.answered(challenge, answer)) {
            case THIS_BOT -> new Ours(failing(answer));
            case SOME_BOT -> new SomeBot();
            case SOMEBODY_ELSE -> new SomethingElse();
          };
    };
  }

  private static List<String> failing(Reply.Answered answer) {
    var checks = answer.json().path("checks");
    var failing =
        checks
            .propertyStream()
            .filter(it -> !it.getValue().asBoolean())
            .map(Map.Entry::getKey)
            .toList();
    return answer.status() == 200 || !failing.isEmpty() ? failing : List.of("its state");
  }
}
