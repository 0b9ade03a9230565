package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.WebRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlackSignatureTest {

  /// The worked example of Slack's page "Verifying requests from Slack".
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  private static final long SENT = 1_531_420_618;

  @Test
  void slacksOwnExampleIsAccepted() {
    assertThat(accepts(SENT, Map.of())).isTrue();
  }

  @Test
  void theTimestampMayBeFiveMinutesOffEitherWay() {
    assertThat(accepts(SENT + 300, Map.of())).isTrue();
    assertThat(accepts(SENT - 300, Map.of())).isTrue();
    assertThat(accepts(SENT + 301, Map.of())).isFalse();
    assertThat(accepts(SENT - 301, Map.of())).isFalse();
  }

  @Test
  void whileTheSecretIsBeingChangedTheFormerOneIsAcceptedToo() {
    var clock = InstantSource.fixed(Instant.ofEpochSecond(SENT));
    var request = request(Map.of());

    assertThat(new SlackSignature(List.of("0123456789abcdef", SECRET), clock).accepts(request))
        .isTrue();
    assertThat(new SlackSignature(List.of("0123456789abcdef"), clock).accepts(request)).isFalse();
  }

  @Test
  void aMissingOrStrangeHeaderIsNotAccepted() {
    for (var odd :
        List.of(
            "", "v0=", "v1" + SIGNATURE.substring(2), SIGNATURE.toUpperCase(Locale.ROOT), "é")) {
      assertThat(accepts(SENT, Map.of("x-slack-signature", odd))).as(odd).isFalse();
    }
    for (var odd : List.of("", "abc", "-1", "1e9", "99999999999999999999", " " + SENT)) {
      assertThat(accepts(SENT, Map.of("x-slack-request-timestamp", odd))).as(odd).isFalse();
    }
  }

  private static boolean accepts(long now, Map<String, String> changed) {
    var clock = InstantSource.fixed(Instant.ofEpochSecond(now));
    return new SlackSignature(SECRET, clock).accepts(request(changed));
  }

  private static WebRequest request(Map<String, String> changed) {
    var headers = new HashMap<String, List<String>>();
    headers.put("x-slack-signature", List.of(SIGNATURE));
    headers.put("x-slack-request-timestamp", List.of(String.valueOf(SENT)));
    changed.forEach((name, value) -> headers.put(name, List.of(value)));
    var body = BODY.getBytes(StandardCharsets.UTF_8);
    return new WebRequest("POST", "/slack/events", "", headers, body, "127.0.0.1");
  }
}
