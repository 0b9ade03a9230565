package dev.tiller.app.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.standin.slack.SlackStandIn;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Inbox;
import dev.tiller.slack.SlackAdapter;
import dev.tiller.slack.SlackSettings;
import dev.tiller.slack.SlackSocket;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The same in Socket Mode: what people write goes through a socket all the while.
class SlackBySocketContractTest extends SlackContractTest {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Optional<SlackSocket> socket = Optional.empty();

  @Override
  SlackSettings settings(dev.tiller.app.standin.slack.SlackSettings theirs, URI apiUrl) {
    return new SlackSettings(
        theirs.botToken(),
        Optional.empty(),
        Optional.of(theirs.appToken()),
        apiUrl,
        SlackSettings.AgentStatus.AUTO);
  }

  @Override
  void connect(SlackAdapter to, SlackStandIn from) {
    socket = to.socket(listener(Inbox.class), listener(Ask.class)).map(SlackSocket::start);
    await().until(() -> from.sockets().open() == 1);
  }

  @Override
  @AfterAll
  void stop() {
    socket.ifPresent(SlackSocket::close);
    super.stop();
  }

  /// Notes what it is handed, and does nothing.
  private <T> T listener(Class<T> port) {
    var proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              heard.add(method.getName());
              return null;
            });
    return port.cast(proxy);
  }

  @Test
  void whatPeopleWriteComesThroughTheSocket() {
    heard.clear();

    write(startThread(), "hello");

    await().untilAsserted(() -> assertThat(heard).contains("message"));
  }
}
