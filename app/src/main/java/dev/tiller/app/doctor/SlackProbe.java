package dev.tiller.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks Slack whose the bot token is (`auth.test`), and what it may do (the answer's header
/// `x-oauth-scopes`).
final class SlackProbe implements Probe {

  private final Settings.Slack slack;
  private final SlackCalls calls;

  SlackProbe(Settings.Slack slack, Web web) {
    this.slack = slack;
    this.calls = new SlackCalls(slack.apiUrl(), web);
  }

  @Override
  public Check check() {
    return Check.SLACK;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return switch (calls.call("auth.test", slack.botToken(), Map.of())) {
      case Reply.Unanswered unanswered -> List.of(unanswered.finding(Check.SLACK));
      case Reply.Answered answer when SlackCalls.ok(answer) -> known(answer);
      case Reply.Answered answer -> List.of(refusal(answer));
    };
  }

  private static List<Finding> known(Reply.Answered answer) {
    var who = answer.json();
    if (who.path("bot_id").asText().isEmpty()) {
      return List.of(
          Finding.of(
              Check.SLACK,
              Symptom.SLACK_NOT_A_BOT,
              "the token is " + who.path("user").asText() + "'s, in " + workspace(who)));
    }
    var findings = new ArrayList<Finding>();
    findings.add(
        Finding.ok(Check.SLACK, "@" + who.path("user").asText() + " in " + workspace(who)));
    findings.addAll(SlackScopes.judge(answer.header("x-oauth-scopes")));
    return findings;
  }

  private static String workspace(JsonNode who) {
    return "the workspace %s (%s)"
        .formatted(who.path("team").asText(), who.path("team_id").asText());
  }

  static Finding refusal(Reply.Answered answer) {
    var code = SlackCalls.error(answer);
    if (SlackCalls.later(answer)) {
      return Finding.of(Check.SLACK, Symptom.SLACK_LATER, "Slack answers " + answer.status());
    }
    return code.isEmpty()
        ? Finding.of(Check.SLACK, Symptom.SLACK_ODD, "the answer is not Slack's")
        : Finding.of(Check.SLACK, Symptom.SLACK_TOKEN_REFUSED, "Slack says " + code);
  }
}
