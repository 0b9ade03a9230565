package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.ChatFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketRetryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refresh  | 0  | 0 | PT0S",
        "refresh  | 1  | 1 | PT0.5S",
        "lost     | 0  | 0 | PT0.25S",
        "lost     | 0  | 1 | PT0.5S",
        "lost     | 1  | 1 | PT0.5S",
        "lost     | 2  | 1 | PT1S",
        "lost     | 3  | 1 | PT2S",
        "lost     | 7  | 1 | PT30S",
        "lost     | 7  | 0 | PT15S",
        "lost     | 99 | 1 | PT30S",
        "asked    | 1  | 1 | PT40S",
        "asked    | 99 | 1 | PT40S",
        "refused  | 1  | 0 | PT1M",
        "refused  | 99 | 1 | PT1M6S",
      })
  void theWaitDependsOnWhatHappenedHowOftenAndOnChance(
      String end, int failures, double random, Duration wait) {
    assertThat(SocketRetry.after(end(end), failures, random, SocketPace.USUAL)).isEqualTo(wait);
  }

  private static SocketEnd end(String name) {
    return switch (name) {
      case "refresh" -> new SocketEnd.Refresh("refresh_requested");
      case "refused" -> new SocketEnd.Refused("invalid_auth");
      case "asked" -> new SocketEnd.NotNow("ratelimited", Optional.of(Duration.ofSeconds(40)));
      default -> SocketEnd.lost("closed_1006");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "warning, Refresh",
    "refresh_requested, Refresh",
    "what_is_yet_to_come, Refresh",
    "too_many_websockets, NotNow",
    "link_disabled, Refused",
  })
  void aDisconnectSaysWhatIsNext(String reason, String end) {
    assertThat(SocketEnd.ofDisconnect(reason).getClass().getSimpleName()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid_auth           | does not accept the app-level token in SLACK_APP_TOKEN",
        "token_revoked          | does not accept the app-level token in SLACK_APP_TOKEN",
        "not_allowed_token_type | begins with xapp-",
        "missing_scope          | lacks the scope connections:write",
        "link_disabled          | Socket Mode is switched off",
        "too_many_websockets    | which is ten",
        "not_reachable          | cannot be reached",
        "what_is_yet_to_come    | gives no connection (what_is_yet_to_come)",
      })
  void theReasonIsToldInPlainWords(String code, String words) {
    assertThat(new SocketEnd.Refused(code).why()).contains(words);
  }

  @Test
  void whatSlackAsksToWaitIsKept() {
    var failure = new ChatFailure.NotNow("ratelimited", Optional.of(Duration.ofSeconds(9)), null);

    assertThat(SocketEnd.of(failure))
        .isEqualTo(new SocketEnd.NotNow("ratelimited", Optional.of(Duration.ofSeconds(9))));
  }
}
