package dev.tiller.teams;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import retrofit2.Retrofit;

/// The SDK's connector clients, one for each service URL, on one HTTP client.
///
/// What the SDK would do by itself is taken back: it repeats posts at once, keeps cookies, follows
/// redirects, and makes five calls at a time.
final class TeamsConnector implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int CALLS = 64;
  private static final int SERVICE_URLS = 64;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final OkHttpClient http = http(threads);
  private final TeamsJson.Adapter json = new TeamsJson.Adapter();
  private final TeamsCredentials credentials;
  private final LoadingCache<String, Client> clients =
      Caffeine.newBuilder().maximumSize(SERVICE_URLS).build(this::client);

  TeamsConnector(TeamsCredentials credentials) {
    this.credentials = credentials;
  }

  /// @throws IllegalArgumentException when this is no URL
  Conversations at(String serviceUrl) {
    return clients.get(serviceUrl).getConversations();
  }

  /// Cancels the calls that are under way.
  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
    threads.close();
  }

  private static OkHttpClient http(ExecutorService threads) {
    var dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(4 * CALLS);
    dispatcher.setMaxRequestsPerHost(CALLS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .followRedirects(false)
        .followSslRedirects(false)
        .callTimeout(CONNECT.plus(ANSWER))
        .build();
  }

  private Client client(String serviceUrl) {
    var settings = http.newBuilder();
    var rest =
        new RestClient.Builder(settings, new Retrofit.Builder())
            .withBaseUrl(serviceUrl)
            .withCredentials(credentials)
            .withSerializerAdapter(json)
            .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
            .withConnectionTimeout(CONNECT.toMillis(), MILLISECONDS)
            .withReadTimeout(ANSWER.toMillis(), MILLISECONDS)
            .withRetryStrategy(new Once());
    settings.cookieJar(CookieJar.NO_COOKIES);
    return new Client(rest.build());
  }

  private static final class Client extends RestConnectorClient {
    Client(RestClient rest) {
      super(rest);
    }

    @Override
    public String getUserAgent() {
      return "Tiller";
    }
  }

  private static final class Once extends RetryStrategy {
    Once() {
      super("once", false);
    }

    @Override
    public boolean shouldRetry(int retries, Response response) {
      return false;
    }
  }
}
