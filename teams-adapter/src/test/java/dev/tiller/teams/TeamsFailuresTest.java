package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "429, '', NotNow, NotNow",
    "412, '', NotNow, NotNow",
    "403, MessageWritesBlocked, Gone, Gone",
    "403, ForbiddenOperationException, Gone, Gone",
    "403, BotNotInConversationRoster, Gone, Gone",
    "403, ContentStreamNotAllowed, Refused, Refused",
    "404, ConversationNotFound, Gone, Gone",
    "401, '', Refused, Refused",
    "400, BadSyntax, Refused, Refused",
    "413, MessageSizeTooBig, Refused, Refused",
    "307, '', Refused, Refused",
    "408, '', OutcomeUnknown, NotNow",
    "500, '', OutcomeUnknown, NotNow",
    "502, '', OutcomeUnknown, NotNow",
    "504, '', OutcomeUnknown, NotNow",
    "200, '', OutcomeUnknown, NotNow",
  })
  void anAnswerIsNamedForWhatCanBeDoneNext(int status, String code, String post, String update) {
    var answer = new TeamsFailures.Answer(status, code, Optional.empty());

    assertThat(TeamsFailures.of(answer, false).getClass().getSimpleName()).isEqualTo(post);
    assertThat(TeamsFailures.of(answer, true).getClass().getSimpleName()).isEqualTo(update);
  }

  @Test
  void aCodeThatIsNoCodeIsNotRepeated() {
    var answer = new TeamsFailures.Answer(400, "the text was: secret", Optional.empty());

    assertThat(TeamsFailures.of(answer, false)).hasMessage("400 HTTP");
  }

  @Test
  void aDelayIsSecondsOrADate() {
    var now = Instant.parse("2026-11-01T10:00:00Z");

    assertThat(TeamsFailures.delay(Optional.of(" 12 "), now)).contains(Duration.ofSeconds(12));
    assertThat(TeamsFailures.delay(Optional.of("Sun, 01 Nov 2026 10:01:00 GMT"), now))
        .contains(Duration.ofMinutes(1));
    assertThat(TeamsFailures.delay(Optional.of("Sun, 01 Nov 2026 09:00:00 GMT"), now))
        .contains(Duration.ZERO);
    assertThat(TeamsFailures.delay(Optional.of("soon"), now)).isEmpty();
    assertThat(TeamsFailures.delay(Optional.empty(), now)).isEmpty();
  }
}
