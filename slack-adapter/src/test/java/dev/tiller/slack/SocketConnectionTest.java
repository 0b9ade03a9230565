package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What a connection's client hears of an error.
class SocketConnectionTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final SocketConnection connection =
      new SocketConnection(new SocketIntake(new SlackEntrance(new App())));

  private WebSocket client() {
    return (WebSocket)
        Proxy.newProxyInstance(
            WebSocket.class.getClassLoader(),
            new Class<?>[] {WebSocket.class},
            (_, method, _) -> {
              asked.add(method.getName());
              return null;
            });
  }

  /// A frame that leads to an error as soon as it is read.
  private static CharSequence failing() {
    return (CharSequence)
        Proxy.newProxyInstance(
            CharSequence.class.getClassLoader(),
            new Class<?>[] {CharSequence.class},
            (_, _, _) -> {
              throw new NoClassDefFoundError("private words");
            });
  }

  @Test
  void anErrorWhileAFrameIsReadIsLoggedWithoutItsWordsAndTheNextFrameIsAskedFor() {
    try (var log = new Logged()) {
      var _ = connection.onText(client(), failing(), true);

      assertThat(log.warnings()).containsExactly("Slack frame not understood");
      assertThat(log.text()).doesNotContain("private words");
    }
    assertThat(asked).containsExactly("request");
    assertThat(connection.end()).isNotDone();
  }
}
