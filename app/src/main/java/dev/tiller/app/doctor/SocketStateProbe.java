package dev.tiller.app.doctor;

import dev.tiller.slack.SocketState;
import java.util.List;
import java.util.function.Supplier;

/// Waits until a bot that has just started knows whether it hears from Slack.
record SocketStateProbe(Supplier<SocketState> socket) implements Probe {

  private static final long EVERY_MILLIS = 100;

  @Override
  public Check check() {
    return Check.SLACK_SOCKET;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    while (true) {
      switch (socket.get()) {
        case SocketState.Connected _ -> {
          return List.of(Finding.ok(Check.SLACK_SOCKET, "connected"));
        }
        case SocketState.Trying(_, var why) when !why.isEmpty() -> {
          return List.of(Finding.of(Check.SLACK_SOCKET, Symptom.SLACK_SOCKET_DOWN, why));
        }
        case SocketState.Trying _ -> Thread.sleep(EVERY_MILLIS);
        case SocketState.Closing _ -> {
          return List.of();
        }
      }
    }
  }
}
