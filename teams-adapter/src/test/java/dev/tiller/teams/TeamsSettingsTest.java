package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamsSettingsTest {

  private static final URI METADATA = TeamsSettings.OPENID_METADATA;
  private static final URI LOGIN = TeamsSettings.LOGIN;

  @Test
  void thePasswordIsNeverPrinted() {
    assertThat(new TeamsSettings("app", "hunter2", "tenant").toString())
        .contains("app", "tenant")
        .doesNotContain("hunter2");
  }

  @Test
  void anEmptyCredentialIsRefused() {
    assertThatThrownBy(() -> new TeamsSettings(" ", "secret", "tenant"))
        .hasMessage("the Teams app id is empty");
    assertThatThrownBy(() -> new TeamsSettings("app", "", "tenant"))
        .hasMessage("the Teams app password is empty");
    assertThatThrownBy(() -> new TeamsSettings("app", "secret", ""))
        .hasMessage("the Teams tenant id is empty");
  }

  @Test
  void plainHttpIsForLoopbackOnly() {
    var loopback = URI.create("http://127.0.0.1:9000/login");
    var remote = URI.create("http://login.example");

    assertThat(new TeamsSettings("app", "secret", "tenant", loopback, loopback, List.of()))
        .isNotNull();
    assertThatThrownBy(
            () -> new TeamsSettings("app", "secret", "tenant", METADATA, remote, List.of()))
        .hasMessage("the Teams login URL must be https: http://login.example");
    assertThatThrownBy(() -> new TeamsSettings("app", "secret", "tenant", remote, LOGIN, List.of()))
        .hasMessage("the Teams OpenID metadata URL must be https: http://login.example");
  }

  @Test
  void aServiceHostThatIsNoHostIsRefused() {
    assertThatThrownBy(() ->
            new TeamsSettings(
                "app", "secret", "tenant", METADATA, LOGIN, List.of("https://a.example/")))
        .hasMessageContaining("https://a.example/");
  }
}
