package dev.tiller.slack;

import dev.tiller.core.logs.Trace;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket to Slack: hears frames, acknowledges on itself, and notices its own end.
final class SocketConnection implements WebSocket.Listener {

  private static final Logger log = LoggerFactory.getLogger(SocketConnection.class);
  private static final Duration SEND = Duration.ofSeconds(5);

  private final SocketIntake intake;
  private final SocketText text = new SocketText();
  private final ReentrantLock sending = new ReentrantLock();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
  private final CompletableFuture<Void> hello = new CompletableFuture<>();
  private final CompletableFuture<SocketEnd> end = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private volatile boolean heard = true;

  SocketConnection(SocketIntake intake) {
    this.intake = intake;
  }

  /// Completes with Slack's first word.
  CompletableFuture<Void> hello() {
    return hello;
  }

  /// Completes when another connection is wanted; this one may still be open.
  CompletableFuture<SocketEnd> end() {
    return end;
  }

  /// Waits until another connection is wanted.
  SocketEnd awaitEnd() throws InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completed exceptionally", e);
    }
  }

  /// Completes when nothing comes or goes any more.
  CompletableFuture<Void> closed() {
    return closed;
  }

  /// Whether Slack still delivers through it: it is open, and asked for no other or only for a
  /// successor.
  boolean delivers() {
    return !closed.isDone() && (!end.isDone() || end.join() instanceof SocketEnd.Refresh);
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket.complete(opened);
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    heard = true;
    try {
      text.add(part, last).ifPresent(this::take);
    } catch (RuntimeException | Error e) {
      // Thrown from here it would end the connection, and Slack would send the same again.
      log.atError().setCause(Trace.of(e)).log("Slack frame not understood");
    }
    from.request(1);
    return null;
  }

  private void take(String frame) {
    switch (SocketFrame.of(frame)) {
      case SocketFrame.Hello _ -> hello.complete(null);
      case SocketFrame.Disconnect(var reason) -> end.complete(SocketEnd.ofDisconnect(reason));
      case SocketFrame.Envelope envelope -> intake.take(envelope, this::send);
      case SocketFrame.Unknown _ -> log.atDebug().log("Slack frame of no use");
    }
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
    heard = true;
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    heard = true;
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    heard = true;
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    over("closed_" + status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    over("connection_lost");
  }

  private void over(String code) {
    end.complete(SocketEnd.lost(code));
    closed.complete(null);
  }

  /// Pings until the end, and breaks off what gives no sign of life.
  void watch(SocketPace pace) throws InterruptedException {
    for (int missed = 0; !waited(closed, pace.ping()); ) {
      missed = heard ? 0 : missed + 1;
      heard = false;
      if (missed >= pace.misses()) {
        abort("silent");
        return;
      }
      var ping = ByteBuffer.allocate(0);
      send(() -> open().sendPing(ping));
    }
  }

  /// A WebSocket ends at half a surrogate pair, which JSON may name.
  private void send(String frame) {
    var sound = new String(frame.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    send(() -> open().sendText(sound, true));
  }

  /// Sends one thing at a time, as a WebSocket wants it. A connection that takes nothing is over:
  /// what was not acknowledged comes again.
  private void send(Supplier<CompletableFuture<WebSocket>> what) {
    sending.lock();
    try {
      what.get().get(SEND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      abort("not_sent");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sending.unlock();
    }
  }

  private WebSocket open() {
    return socket.join();
  }

  /// Waits for Slack to close it, and closes it when that takes long.
  void retire(SocketPace pace) throws InterruptedException {
    if (!waited(closed, pace.retire())) {
      close(pace.open());
    }
  }

  /// Says goodbye, so that Slack frees the place at once, and waits a little for the answer.
  void close(Duration most) throws InterruptedException {
    try {
      if (socket.isDone() && !closed.isDone()) {
        send(() -> open().sendClose(WebSocket.NORMAL_CLOSURE, ""));
        waited(closed, most);
      }
    } finally {
      abort("closed");
    }
  }

  /// Ends it at once.
  void abort(String code) {
    over(code);
    var _ = socket.thenAccept(WebSocket::abort);
  }

  private static boolean waited(CompletableFuture<?> event, Duration most)
      throws InterruptedException {
    try {
      event.get(most.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completed exceptionally", e);
    }
  }
}
