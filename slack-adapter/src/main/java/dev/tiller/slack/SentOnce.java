package dev.tiller.slack;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// Keeps OkHttp from sending a request again by itself when a connection breaks, and tells a
/// request that never left from one whose answer was lost.
final class SentOnce implements Interceptor {

  /// The request's body was never sent, so it had no effect.
  static final class NotSent extends IOException {
    private static final long serialVersionUID = 1L;

    NotSent(IOException cause) {
      super(cause);
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var request = chain.request();
    if (request.body() == null) {
      return chain.proceed(request);
    }
    var body = new OnceBody(request.body());
    try {
      return chain.proceed(request.newBuilder().method(request.method(), body).build());
    } catch (IOException e) {
      throw body.started ? e : new NotSent(e);
    }
  }

  private static final class OnceBody extends RequestBody {
    private final RequestBody body;
    private boolean started;

    OnceBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      started = true;
      body.writeTo(sink);
    }
  }
}
