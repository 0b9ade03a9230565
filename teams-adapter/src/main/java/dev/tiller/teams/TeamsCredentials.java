package dev.tiller.teams;

import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import dev.tiller.core.chat.ChatFailure;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// Puts the bot's token on requests to the connector: to its hosts only, after looking at the
/// address that is really about to be called.
///
/// It also keeps OkHttp from sending a post twice by itself, and marks requests that certainly did
/// not leave.
final class TeamsCredentials implements ServiceClientCredentials {

  private final TeamsHosts hosts;
  private final TeamsLogin login;

  TeamsCredentials(TeamsHosts hosts, TeamsLogin login) {
    this.hosts = hosts;
    this.login = login;
  }

  /// The request did not reach the connector, so it had no effect.
  static final class NotSent extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ChatFailure failure;

    NotSent(ChatFailure failure) {
      super(failure.getMessage(), failure);
      this.failure = failure;
    }

    ChatFailure failure() {
      return failure;
    }
  }

  /// Whether a request has gone out on a connection.
  private static final class Departure extends AtomicBoolean {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void applyCredentialsFilter(OkHttpClient.Builder client) {
    client.addInterceptor(this::authorize);
    client.addNetworkInterceptor(TeamsCredentials::depart);
  }

  private Response authorize(Interceptor.Chain chain) throws IOException {
    if (!hosts.allow(chain.request().url())) {
      throw new NotSent(new ChatFailure.Refused("service_url_not_allowed"));
    }
    var token = token();
    var departure = new Departure();
    try {
      var response = chain.proceed(request(chain.request(), token, departure));
      if (response.code() == 401) {
        login.forget(token);
      }
      return response;
    } catch (IOException failure) {
      throw departure.get() ? failure : unreachable(failure);
    }
  }

  private String token() throws NotSent {
    try {
      return login.token();
    } catch (ChatFailure failure) {
      throw new NotSent(failure);
    }
  }

  private static Request request(Request original, String token, Departure departure) {
    var body = original.body();
    return original
        .newBuilder()
        .header("Authorization", "Bearer " + token)
        .tag(Departure.class, departure)
        .method(original.method(), body == null ? null : sentOnce(original.method(), body))
        .build();
  }

  private static RequestBody sentOnce(String method, RequestBody body) {
    return method.equals("POST") ? new OneShot(body) : body;
  }

  private static IOException unreachable(IOException cause) {
    return new NotSent(new ChatFailure.NotNow("connector_unreachable", Optional.empty(), cause));
  }

  private static Response depart(Interceptor.Chain chain) throws IOException {
    var departure = chain.request().tag(Departure.class);
    if (departure != null) {
      departure.set(true);
    }
    return chain.proceed(chain.request());
  }

  /// A body that OkHttp does not send again after a lost connection or a 503.
  private static final class OneShot extends RequestBody {

    private final RequestBody body;

    OneShot(RequestBody body) {
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
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }

    @Override
    public boolean isOneShot() {
      return true;
    }
  }
}
