package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SlackSettingsTest {

  @Test
  void printingShowsNoSecret() {
    var settings = new SlackSettings("xoxb-1-secret", "signing-secret");

    assertThat(settings).asString().doesNotContain("xoxb", "signing-secret").contains("slack.com");
  }

  @Test
  void theApiUrlEndsInASlash() {
    var settings = new SlackSettings("xoxb-1", "s", URI.create("http://127.0.0.1:3000/api"));

    assertThat(settings.apiUrl()).hasToString("http://127.0.0.1:3000/api/");
  }

  @Test
  void secretsWithLineBreaksOrNothingInThemAreRefusedWithoutBeingShown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlackSettings("xoxb-1\n", "s"))
        .withMessageContaining("bot token")
        .withMessageNotContaining("xoxb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlackSettings("xoxb-1", ""))
        .withMessageContaining("signing secret");
  }

  @Test
  void anApiUrlMustBeHttp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlackSettings("xoxb-1", "s", URI.create("file:///etc/passwd")));
  }
}
