package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Calls of chat platforms that get a limited time.
final class Within {

  private Within() {}

  /// A time that several calls share.
  static final class Span {
    private final long end;

    Span(Duration all) {
      this.end = System.nanoTime() + all.toNanos();
    }

    <T> T spend(Supplier<T> call) {
      return time(Duration.ofNanos(Math.max(0, end - System.nanoTime())), call);
    }
  }

  /// The result of a call.
  ///
  /// @throws ChatFailure what the call threw, or [ChatFailure.NotNow] when it took too long
  static <T> T time(Duration most, Supplier<T> call) {
    var task = new FutureTask<>(call::get);
    Thread.ofVirtual().name("context").start(task);
    try {
      return task.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new ChatFailure.NotNow("too_slow", Optional.empty(), e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new ChatFailure.NotNow("interrupted", Optional.empty(), e);
    }
  }

  private static ChatFailure failure(@Nullable Throwable cause) {
    return cause instanceof ChatFailure failure
        ? failure
        : new ChatFailure.NotNow("failed_unexpectedly", Optional.empty(), cause);
  }
}
