package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsHostsTest {

  private final TeamsHosts hosts =
      TeamsHosts.of(List.of("smba.trafficmanager.net", "Own.example:8443", "127.0.0.1:3978"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://smba.trafficmanager.net/teams/",
        "https://SMBA.trafficmanager.net/amer/tenant",
        "https://own.example:8443/",
        "http://127.0.0.1:3978/",
        "https://127.0.0.1:3978/"
      })
  void hostsOnTheListAreAllowed(String url) {
    assertThat(hosts.allow(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "smba.trafficmanager.net",
        "http://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:444/",
        "https://user@smba.trafficmanager.net/",
        "https://user:password@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/?to=evil",
        "https://smba.trafficmanager.net/#evil",
        "https://evil.example\\@smba.trafficmanager.net/",
        "https://sub.smba.trafficmanager.net/",
        "https://own.example/",
        "http://own.example:8443/",
        "http://127.0.0.1/",
        "http://127.0.0.2:3978/",
        "http://localhost:3978/",
        "file:///etc/passwd"
      })
  void otherAddressesAreNot(String url) {
    assertThat(hosts.allow(url)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "https://a.example", "a.example/path", "a.example:port", "a b", "u@a"})
  void anEntryIsAHostOrAHostWithAPort(String entry) {
    assertThatThrownBy(() -> TeamsHosts.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`host` or `host:port`");
  }
}
