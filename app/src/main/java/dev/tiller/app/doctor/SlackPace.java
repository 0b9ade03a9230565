package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds out how often the app may read threads. Apps that are sold outside Slack's Marketplace may
/// do it once a minute since 2025-05-29; internal apps about fifty times. So the second of two
/// reads in a row tells; where Slack already refuses the first, others may have read before, and
/// nothing can be told. They name a channel that does not exist, so nothing is read; that such
/// calls count, too, has not been tried on Slack itself.
final class SlackPace implements Probe {

  private static final Map<String, String> NOWHERE =
      Map.of("channel", "C0NOWHERE", "ts", "1.000001");

  private static final Set<String> TOKEN_REFUSED =
      Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired");

  private final Settings.Slack slack;
  private final SlackCalls calls;

  SlackPace(Settings.Slack slack, Web web) {
    this.slack = slack;
    this.calls = new SlackCalls(slack.apiUrl(), web);
  }

  @Override
  public Check check() {
    return Check.SLACK_PACE;
  }

  /// Nothing where Slack refuses the token, which [SlackProbe] tells.
  @Override
  public List<Finding> look() throws InterruptedException {
    var first = read();
    if (first instanceof Reply.Answered answer
        && TOKEN_REFUSED.contains(SlackCalls.error(answer))) {
      return List.of();
    }
    boolean later = first instanceof Reply.Answered answer && SlackCalls.later(answer);
    return List.of(later ? untold() : judge(read()));
  }

  private Reply read() throws InterruptedException {
    return calls.call("conversations.replies", slack.botToken(), NOWHERE);
  }

  private static Finding judge(Reply reply) {
    if (reply instanceof Reply.Answered answer && SlackCalls.later(answer)) {
      return answer.status() == 429
          ? Finding.of(
              Check.SLACK_PACE,
              Symptom.SLACK_SLOW_CLASS,
              "Slack refuses the second read within a minute")
          : untold();
    }
    return reply instanceof Reply.Answered answer
            && List.of("channel_not_found", "thread_not_found").contains(SlackCalls.error(answer))
        ? Finding.ok(Check.SLACK_PACE, "threads may be read as often as by any internal app")
        : untold();
  }

  private static Finding untold() {
    return Finding.of(Check.SLACK_PACE, Symptom.SLACK_PACE_UNTOLD, "Slack does not tell now");
  }
}
