package dev.tiller.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.chat.Faults.Fault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackLooksTest extends InClinic {

  /// The bot itself may have read a thread just now.
  @Test
  void whereTheFirstReadIsRefusedThePaceCannotBeTold() throws Exception {
    var busy =
        new Fault.Answer(
            429,
            "application/json",
            "{\"ok\":false,\"error\":\"ratelimited\"}",
            Map.of("Retry-After", "60"));
    clinic.services().slack().faults().next("conversations.replies", 1, busy);

    try (var web = clinic.web()) {
      assertThat(new SlackPace(clinic.settings().slack().orElseThrow(), web).look())
          .extracting(Finding::symptom)
          .containsExactly(Optional.of(Symptom.SLACK_PACE_UNTOLD));
    }
  }

  @Test
  void ofARefusedTokenNobodyIsToldToTryAgain() throws Exception {
    var slack = clinic.settings("SLACK_BOT_TOKEN", "xoxb-wrong").slack().orElseThrow();

    try (var web = clinic.web()) {
      assertThat(new SlackPace(slack, web).look()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":true}",
        "{\"ok\":true,\"url\":\"\"}",
        "{\"ok\":true,\"url\":\"no address\"}",
        "{\"ok\":true,\"url\":\"wss://slack.com.example.com/?ticket=secret\"}",
        "{\"ok\":true,\"url\":\"ws://10.0.0.1/?ticket=secret\"}",
        "{\"ok\":true,\"url\":\"file:///etc/passwd\"}",
      })
  void aSocketIsLookedForAtSlacksHostsOnly(String answer) throws Exception {
    clinic.services().slack().faults().next("apps.connections.open", 1, Clinic.answer(answer));
    var slack = clinic.settings("SLACK_APP_TOKEN", "xapp-stand-in").slack().orElseThrow();

    try (var web = clinic.web()) {
      assertThat(new SlackSocket(slack, slack.appToken().orElseThrow(), web).look())
          .singleElement()
          .satisfies(it -> {
            assertThat(it.symptom()).contains(Symptom.SLACK_ODD);
            assertThat(it.said()).doesNotContain("secret");
          });
    }
  }
}
