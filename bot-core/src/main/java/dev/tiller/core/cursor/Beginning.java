package dev.tiller.core.cursor;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Reads no more than the first bytes of a body and lets go of the rest.
final class Beginning implements BodySubscriber<byte[]> {

  private final int most;
  private final boolean cutIsTheEnd;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  private Beginning(int most, boolean cutIsTheEnd) {
    this.most = most;
    this.cutIsTheEnd = cutIsTheEnd;
  }

  /// Fails when the line is cut before the body's end.
  static Beginning of(int most) {
    return new Beginning(most, false);
  }

  /// Takes what has arrived for the whole when the line is cut.
  static Beginning orWhatArrives(int most) {
    return new Beginning(most, true);
  }

  @Override
  public CompletableFuture<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (most == 0) {
      stop(given);
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (var buffer : buffers) {
      var piece = new byte[Math.min(buffer.remaining(), most - bytes.size())];
      buffer.get(piece);
      bytes.writeBytes(piece);
    }
    if (bytes.size() == most && subscription != null) {
      stop(subscription);
    }
  }

  private void stop(Flow.Subscription current) {
    current.cancel();
    onComplete();
  }

  @Override
  public void onError(Throwable cause) {
    if (cutIsTheEnd) {
      onComplete();
    } else {
      body.completeExceptionally(cause);
    }
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }
}
