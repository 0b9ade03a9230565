package dev.tiller.core.cursor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer as it arrives, for one reader that waits only so long for the next piece.
public final class Chunks implements BodySubscriber<Chunks>, AutoCloseable {

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean closed;

  /// Waits for the next bytes. Empty at the end of the body.
  ///
  /// @throws Silence when nothing came for that long
  /// @throws IOException when the line was cut
  public Optional<List<ByteBuffer>> next(Duration longest)
      throws IOException, InterruptedException {
    return switch (signals.poll(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      case null -> throw new Silence();
      case Signal.Bytes(var buffers) -> {
        request();
        yield Optional.of(buffers);
      }
      case Signal.End() -> Optional.empty();
      case Signal.Cut(var cause) -> throw new IOException("the stream was cut", cause);
    };
  }

  /// What arrives of the body within bounds; a cut or silence ends it early.
  byte[] readAll(int limit, Duration longest) {
    var all = new ByteArrayOutputStream();
    try {
      for (var next = next(longest); next.isPresent(); next = next(longest)) {
        for (var buffer : next.get()) {
          var bytes = new byte[Math.min(buffer.remaining(), limit - all.size())];
          buffer.get(bytes);
          all.writeBytes(bytes);
        }
        if (all.size() == limit) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // What came before the cut still tells what the service meant.
    }
    return all.toByteArray();
  }

  @Override
  public void close() {
    closed = true;
    var current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  private void request() {
    var current = subscription;
    if (current != null) {
      current.request(1);
    }
  }

  @Override
  public CompletionStage<Chunks> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Signal.Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    signals.add(new Signal.Cut(cause));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal.End());
  }

  /// Nothing came within the time that was given.
  public static final class Silence extends IOException {
    private static final long serialVersionUID = 1L;

    Silence() {
      super("nothing came");
    }
  }

  private sealed interface Signal {
    record Bytes(List<ByteBuffer> buffers) implements Signal {}

    record End() implements Signal {}

    record Cut(Throwable cause) implements Signal {}
  }
}
