package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackHostsTest {

  @ParameterizedTest
  @CsvSource({
    "wss://wss-primary.slack.com/link/?ticket=t&app_id=a, https://slack.com/api/, true",
    "wss://slack.com:443/link, https://slack.com/api/, true",
    "wss://wss.relay.example/link, https://relay.example/api/, true",
    "ws://wss-primary.slack.com/link, https://slack.com/api/, false",
    "wss://evil.example/link, https://slack.com/api/, false",
    "wss://slack.com.evil.example/link, https://slack.com/api/, false",
    "wss://slack.com@evil.example/link, https://slack.com/api/, false",
    "wss://slack.com:8443/link, https://slack.com/api/, false",
    "https://slack.com/link, https://slack.com/api/, false",
    "ws://127.0.0.1:80/link, https://slack.com/api/, false",
    "ws://127.0.0.1:7402/link, http://127.0.0.1:7402/api/, true",
    "wss://slack.com/link, http://127.0.0.1:7402/api/, false",
    "link, https://slack.com/api/, false",
  })
  void socketsAreOpenedAtSlacksOwnAddressesOnly(URI address, URI api, boolean slacks) {
    assertThat(SlackHosts.isSlacksSocket(address, api)).isEqualTo(slacks);
  }
}
