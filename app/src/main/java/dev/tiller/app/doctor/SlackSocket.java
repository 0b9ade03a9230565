package dev.tiller.app.doctor;

import dev.tiller.app.config.Secret;
import dev.tiller.app.config.Settings;
import dev.tiller.slack.SlackHosts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Asks for a socket (`apps.connections.open`) without opening it, and compares the apps of both
/// tokens: an app-level token carries its app's id, as `xapp-1-A0123ABCD-…`.
final class SlackSocket implements Probe {

  private static final Pattern APP = Pattern.compile("xapp-\\d+-(A[A-Z0-9]+)-.*");

  private final Settings.Slack slack;
  private final Secret token;
  private final SlackCalls calls;

  SlackSocket(Settings.Slack slack, Secret token, Web web) {
    this.slack = slack;
    this.token = token;
    this.calls = new SlackCalls(slack.apiUrl(), web);
  }

  @Override
  public Check check() {
    return Check.SLACK_SOCKET;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return List.of(
        switch (calls.call("apps.connections.open", token, Map.of())) {
          case Reply.Unanswered unanswered -> unanswered.finding(Check.SLACK_SOCKET);
          case Reply.Answered answer when SlackCalls.ok(answer) ->
              opened(answer.json().path("url").asText());
          case Reply.Answered answer -> refusal(answer);
        });
  }

  private Finding opened(String url) throws InterruptedException {
    var address = SlackHosts.parse(url).filter(it -> SlackHosts.isSlacksSocket(it, slack.apiUrl()));
    if (address.isEmpty()) {
      var said = url.isEmpty() ? "Slack names no socket" : "the socket's host is not Slack's";
      return Finding.of(Check.SLACK_SOCKET, Symptom.SLACK_ODD, said);
    }
    if (reach(address.get()) instanceof Reply.Unanswered unanswered) {
      return unanswered.finding(Check.SLACK_SOCKET);
    }
    var own = APP.matcher(token.reveal());
    var bots = own.matches() ? appOfBot() : Optional.<String>empty();
    return bots.isPresent() && !bots.get().equals(own.group(1))
        ? Finding.of(
            Check.SLACK_SOCKET,
            Symptom.SLACK_OTHER_APP,
            "the bot is of %s, the socket of %s".formatted(bots.get(), own.group(1)))
        : Finding.ok(Check.SLACK_SOCKET, "Slack opens sockets, and their host answers");
  }

  /// Asks the socket's host for nothing: the address itself works once, and a socket that is opened
  /// and left could be sent what somebody has written.
  private Reply reach(URI socket) throws InterruptedException {
    var scheme = "wss".equals(socket.getScheme()) ? "https" : "http";
    return calls.web().get(URI.create(scheme + "://" + socket.getRawAuthority() + "/"));
  }

  private Optional<String> appOfBot() throws InterruptedException {
    var bot = told("auth.test", Map.of(), "/bot_id");
    return bot.isEmpty() ? bot : told("bots.info", Map.of("bot", bot.get()), "/bot/app_id");
  }

  private Optional<String> told(String method, Map<String, String> arguments, String field)
      throws InterruptedException {
    return calls.call(method, slack.botToken(), arguments) instanceof Reply.Answered answer
        ? Optional.of(answer.json().at(field).asText()).filter(it -> !it.isEmpty())
        : Optional.empty();
  }

  private static Finding refusal(Reply.Answered answer) {
    var code = SlackCalls.error(answer);
    if (SlackCalls.later(answer)) {
      return Finding.of(
          Check.SLACK_SOCKET, Symptom.SLACK_LATER, "Slack answers " + answer.status());
    }
    var symptom =
        code.equals("missing_scope")
            ? Symptom.SLACK_APP_TOKEN_SCOPE
            : Symptom.SLACK_APP_TOKEN_REFUSED;
    return Finding.of(
        Check.SLACK_SOCKET, symptom, "Slack says " + (code.isEmpty() ? "nothing known" : code));
  }
}
