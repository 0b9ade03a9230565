package dev.tiller.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.util.http.SlackHttpClient;
import dev.tiller.core.chat.ChatFailure;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Calls methods of Slack's Web API through Bolt's client: each once, within a time, without a
/// proxy and without following redirects, so that the token goes to the configured address only.
final class SlackApi implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int IDLE_CONNECTIONS = 16;
  private static final int MOST_BYTES = 1 << 30;
  private static final MediaType BYTES = MediaType.get("application/octet-stream");
  private static final MediaType JSON = MediaType.get("application/json");

  private final SlackSettings settings;
  private final SlackConfig config;
  private final OkHttpClient http;
  private final Slack slack;
  private final MethodsClient methods;

  /// @param timeout how long a call may take
  SlackApi(SlackSettings settings, Duration timeout) {
    this(settings, config(settings), timeout);
  }

  private SlackApi(SlackSettings settings, SlackConfig config, Duration timeout) {
    this(settings, config, http(config, timeout));
  }

  private SlackApi(SlackSettings settings, SlackConfig config, OkHttpClient http) {
    this.settings = settings;
    this.config = config;
    this.http = http;
    var client = new SlackHttpClient(http);
    client.setConfig(config);
    this.slack = Slack.getInstance(config, client);
    this.methods = slack.methods();
  }

  /// The same with another time for a call. It shares the connections.
  SlackApi within(Duration timeout) {
    return new SlackApi(settings, config, http.newBuilder().callTimeout(timeout).build());
  }

  /// Bolt's entry to the same client.
  Slack slack() {
    return slack;
  }

  /// Makes a call that is harmless to repeat.
  ///
  /// @throws ChatFailure when Slack refuses it or does not answer
  SlackReply call(String method, Map<String, String> arguments) {
    return call(method, arguments, true);
  }

  /// Makes a call that must not be repeated blindly.
  ///
  /// @throws ChatFailure when Slack refuses it or does not answer
  SlackReply callOnce(String method, Map<String, String> arguments) {
    return call(method, arguments, false);
  }

  /// Asks for a socket, by the app-level token.
  ///
  /// @throws ChatFailure when Slack refuses it or does not answer
  SlackReply openSocket(String appToken) {
    return checked(send("apps.connections.open", Map.of(), appToken, true), true);
  }

  /// Sends the bytes of a file to an address that Slack gave for them. The address is the
  /// permission: no token goes along.
  ///
  /// @throws ChatFailure when they may not have arrived; sending them again is harmless
  void send(URI address, byte[] content) {
    send(address, RequestBody.create(content, BYTES), true);
  }

  /// Sends an answer to an address that Slack gave for it with a click (`response_url`). No token
  /// goes along.
  ///
  /// @throws ChatFailure when the address is not Slack's, or the answer may not have arrived
  void answer(URI address, String json) {
    if (!SlackHosts.isSlacks(address, settings.apiUrl())) {
      throw new ChatFailure.Refused("response_url_not_allowed");
    }
    send(address, RequestBody.create(json, JSON), false);
  }

  private void send(URI address, RequestBody body, boolean repeatable) {
    var request = new Request.Builder().url(address.toString()).post(body).build();
    try (var response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw SlackFailures.of(response, Optional.empty(), repeatable);
      }
    } catch (IOException e) {
      throw SlackFailures.of(e, repeatable);
    }
  }

  /// Fetches a file of Slack's with the token, without following redirects.
  ///
  /// @param address one of Slack's own
  /// @param most in bytes
  /// @param page whether the file is an HTML page. Anything else that comes as one is the page
  ///   where people log in, which Slack shows to whom it does not want to give a file
  /// @throws ChatFailure when Slack does not give it, or it is larger
  byte[] fetch(URI address, long most, boolean page) {
    var request =
        new Request.Builder()
            .url(address.toString())
            .header("Authorization", "Bearer " + settings.botToken())
            .build();
    try (var response = direct().newCall(request).execute()) {
      if (response.isRedirect()) {
        throw new ChatFailure.Refused("redirected");
      }
      if (!response.isSuccessful()) {
        throw SlackFailures.of(response, Optional.empty(), true);
      }
      var type = response.header("Content-Type", "");
      if (!page && type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
        throw new ChatFailure.Refused("not_granted");
      }
      var body = response.body();
      if (body == null) {
        throw new ChatFailure.Refused("no_content");
      }
      var content = body.byteStream().readNBytes((int) Math.min(most + 1, MOST_BYTES));
      if (content.length > most) {
        throw new ChatFailure.Refused("too_large");
      }
      return content;
    } catch (IOException e) {
      throw SlackFailures.of(e, true);
    }
  }

  private OkHttpClient direct() {
    return http.newBuilder().followRedirects(false).followSslRedirects(false).build();
  }

  private SlackReply call(String method, Map<String, String> arguments, boolean repeatable) {
    return checked(send(method, arguments, settings.botToken(), repeatable), repeatable);
  }

  private static SlackReply checked(SlackReply reply, boolean repeatable) {
    if (!reply.isOk()) {
      var error = reply.getError();
      throw SlackFailures.of(error == null ? "no_error_code" : error, repeatable);
    }
    return reply;
  }

  private SlackReply send(
      String method, Map<String, String> arguments, String token, boolean repeatable) {
    try {
      return methods.postFormWithTokenAndParseResponse(
          form -> {
            arguments.forEach(form::add);
            return form;
          },
          method,
          token,
          SlackReply.class);
    } catch (SlackApiException e) {
      throw SlackFailures.of(e, repeatable);
    } catch (IOException | RuntimeException e) {
      throw SlackFailures.of(e, repeatable);
    }
  }

  private static SlackConfig config(SlackSettings settings) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
    config.setStatsEnabled(false);
    config.setProxyUrl(null);
    config.setHttpClientResponseHandlers(new ArrayList<>());
    return config;
  }

  private static OkHttpClient http(SlackConfig config, Duration timeout) {
    return SlackHttpClient.buildOkHttpClient(config)
        .newBuilder()
        .proxy(Proxy.NO_PROXY)
        .connectTimeout(CONNECT)
        .callTimeout(timeout)
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
        .addInterceptor(new SentOnce())
        .build();
  }

  /// Closes idle connections.
  @Override
  public void close() {
    http.connectionPool().evictAll();
  }
}
