package dev.tiller.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Reads request bodies within limits of size and time.
final class BodyReader {

  private final Limits limits;

  BodyReader(Limits limits) {
    this.limits = limits;
  }

  sealed interface Result {
    record Body(byte[] bytes) implements Result {}

    record TooLarge() implements Result {}

    /// The sender stopped, went away, or took too long.
    record Incomplete() implements Result {}
  }

  /// Blocks until the body is here or refused.
  Result read(Request request) {
    if (request.getLength() > limits.bodyBytes()) {
      return new Result.TooLarge();
    }
    if (request.getLength() == 0) {
      return new Result.Body(new byte[0]);
    }
    var deadline =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> request.fail(new TimeoutException("slow body")),
                limits.receive().toMillis(),
                TimeUnit.MILLISECONDS);
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] bytes = in.readNBytes(limits.bodyBytes());
      return in.read() < 0 ? new Result.Body(bytes) : new Result.TooLarge();
    } catch (IOException _) {
      return new Result.Incomplete();
    } finally {
      deadline.cancel();
    }
  }
}
