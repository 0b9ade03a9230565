package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.chat.ChatFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The bot's token for Teams' connector or for Graph: one client-credentials request (Microsoft
/// identity platform, OAuth 2.0 v2.0 endpoint), kept until shortly before the token ends. Callers
/// that need one at the same time share a request and its result.
final class TeamsLogin implements AutoCloseable {

  static final String CONNECTOR = "https://api.botframework.com/.default";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final int MAX_BYTES = 1 << 16;

  private final URI endpoint;
  private final String form;
  private final InstantSource clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final AtomicReference<@Nullable Token> held = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<Token>> underWay =
      new AtomicReference<>();

  private record Token(String value, Instant until) {}

  /// For the connector.
  TeamsLogin(TeamsSettings settings, InstantSource clock) {
    this(settings, clock, CONNECTOR);
  }

  /// @param scope what the tokens are for
  TeamsLogin(TeamsSettings settings, InstantSource clock, String scope) {
    var base = settings.login().toString().replaceFirst("/+$", "");
    this.endpoint = URI.create(base + "/" + encoded(settings.tenantId()) + "/oauth2/v2.0/token");
    this.form =
        Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                settings.appId(),
                "client_secret",
                settings.appPassword(),
                "scope",
                scope)
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    this.clock = clock;
  }

  /// For Graph, where the settings say that it is: each national cloud has its own. A stand-in on
  /// this machine takes tokens for the public one.
  static String graphScope(TeamsSettings settings) {
    var graph =
        TeamsHosts.isLoopback(settings.graph().getHost()) ? TeamsSettings.GRAPH : settings.graph();
    return graph.resolve("/.default").toString();
  }

  /// A token that is good for some minutes at least.
  ///
  /// @throws ChatFailure.Refused when the bot's id, password or tenant is wrong
  /// @throws ChatFailure.NotNow when the login service does not answer properly
  String token() {
    return usable().map(Token::value).orElseGet(this::renewed);
  }

  private Optional<Token> usable() {
    return Optional.ofNullable(held.get()).filter(token -> clock.instant().isBefore(token.until()));
  }

  /// Has the next call log in anew if this is still the token that it would get.
  void forget(String rejected) {
    held.updateAndGet(token -> token != null && token.value().equals(rejected) ? null : token);
  }

  @Override
  public void close() {
    http.close();
  }

  private String renewed() {
    var mine = new CompletableFuture<Token>();
    var others = underWay.compareAndExchange(null, mine);
    if (others != null) {
      return joined(others);
    }
    try {
      var token = usable().orElseGet(this::request);
      held.set(token);
      mine.complete(token);
      return token.value();
    } catch (ChatFailure failure) {
      mine.completeExceptionally(failure);
      throw failure;
    } finally {
      underWay.set(null);
      mine.completeExceptionally(new ChatFailure.NotNow("login_failed", Optional.empty(), null));
    }
  }

  private static String joined(CompletableFuture<Token> others) {
    try {
      return others.join().value();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof ChatFailure failure ? failure : failed;
    }
  }

  private Token request() {
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      return token(
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES)));
    } catch (IOException unreachable) {
      throw new ChatFailure.NotNow("login_unreachable", Optional.empty(), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ChatFailure.NotNow("login_interrupted", Optional.empty(), interrupted);
    }
  }

  private Token token(HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      throw new ChatFailure.NotNow("login_" + status, retryAfter(response), null);
    }
    var answer = TeamsJson.MAPPER.readTree(response.body());
    if (status != 200) {
      throw new ChatFailure.Refused("login_" + errorIn(answer));
    }
    var value = answer.path("access_token").asText();
    var lifetime = Duration.ofSeconds(answer.path("expires_in").asLong());
    if (value.isEmpty() || lifetime.isZero()) {
      throw new IOException("the login answer holds no token");
    }
    return new Token(value, clock.instant().plus(lifetime).minus(margin(lifetime)));
  }

  private static Duration margin(Duration lifetime) {
    var tenth = lifetime.dividedBy(10);
    return tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
  }

  private Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
    return TeamsFailures.delay(response.headers().firstValue("Retry-After"), clock.instant());
  }

  /// The OAuth error code, such as `invalid_client`; the description beside it is left out.
  private static String errorIn(JsonNode answer) {
    var code = answer.path("error").asText();
    return code.matches("[a-z_]{1,40}") ? code : "refused";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
