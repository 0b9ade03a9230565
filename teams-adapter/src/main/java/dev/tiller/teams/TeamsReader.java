package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.chat.ChatFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Reads JSON from Microsoft's services with a token. Redirects are not followed.
final class TeamsReader implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final int MAX_BYTES = 16 << 20;

  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  TeamsReader(InstantSource clock) {
    this.clock = clock;
  }

  /// What an address answers. A token that is not taken is replaced once.
  ///
  /// @throws ChatFailure.Refused with `http_` and the status, when it says no
  JsonNode get(URI address, TeamsLogin login) {
    try {
      var token = login.token();
      var response = send(address, token);
      if (response.statusCode() == 401) {
        login.forget(token);
        response = send(address, login.token());
      }
      return read(response);
    } catch (IOException unreachable) {
      throw new ChatFailure.NotNow("no_answer", Optional.empty(), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ChatFailure.NotNow("interrupted", Optional.empty(), interrupted);
    }
  }

  private HttpResponse<byte[]> send(URI address, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .build();
    return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
  }

  private JsonNode read(HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      var delay = response.headers().firstValue("Retry-After");
      throw new ChatFailure.NotNow(
          "http_" + status, TeamsFailures.delay(delay, clock.instant()), null);
    }
    if (status != 200) {
      throw new ChatFailure.Refused("http_" + status);
    }
    return TeamsJson.MAPPER.readTree(response.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
