package dev.tiller.app.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:4000", "localhost:4000", "localhost", "[::1]:4000"})
  void loopbackNamesAreFine(String host) {
    assertThat(Guard.allows(host, Optional.empty())).isTrue();
    assertThat(Guard.allows(host, Optional.of("http://" + host))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:4000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        ""
      })
  void otherNamesAreRefused(String host) {
    assertThat(Guard.allows(host, Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://127.0.0.1:4001", "http://localhost:4000"})
  void otherPagesAreRefused(String origin) {
    assertThat(Guard.allows("127.0.0.1:4000", Optional.of(origin))).isFalse();
  }

  @Test
  void aPortDoesNotHideAName() {
    assertThat(Guard.allows("evil.example:80:127.0.0.1", Optional.empty())).isFalse();
  }
}
