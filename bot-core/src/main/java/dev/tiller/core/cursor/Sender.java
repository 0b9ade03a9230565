package dev.tiller.core.cursor;

import dev.tiller.core.agents.CloudAgentsException.NotNow;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends requests once each, through the gate, bounded in time and size.
final class Sender {

  private static final long LARGEST_BODY = 8 << 20;
  private static final int LARGEST_ERROR = 64 << 10;

  private final HttpClient client;
  private final Gate gate;

  Sender(HttpClient client, Gate gate) {
    this.client = client;
    this.gate = gate;
  }

  /// Brings any answer, whatever its status.
  ///
  /// @param within the longest wait for the whole answer
  /// @throws NotNow when the gate turns it away
  Answer exchange(Call call, HttpRequest request, Duration within) throws NoAnswer {
    try (var pass = gate.enter(call, within)) {
      var response = send(pass, request, within, Sender::body);
      var answer = new Answer(response.statusCode(), response.headers(), response.body());
      pass.judge(answer.outage());
      return answer;
    }
  }

  private static BodySubscriber<byte[]> body(ResponseInfo info) {
    return info.statusCode() >= 200 && info.statusCode() < 300
        ? BodySubscribers.limiting(BodySubscribers.ofByteArray(), LARGEST_BODY)
        : Beginning.orWhatArrives(LARGEST_ERROR);
  }

  /// Opens a stream.
  ///
  /// @param within the longest wait for it to open
  /// @throws NotNow when the gate turns it away
  Opening open(HttpRequest request, Duration within) throws NoAnswer {
    try (var pass = gate.enter(Call.READ, within)) {
      var response = send(pass, request, within, _ -> new Chunks());
      var chunks = response.body();
      if (response.statusCode() == 200) {
        pass.judge(false);
        return new Opening.Opened(chunks);
      }
      try (chunks) {
        var body = chunks.readAll(LARGEST_ERROR, within);
        var answer = new Answer(response.statusCode(), response.headers(), body);
        pass.judge(answer.outage());
        return new Opening.Declined(answer);
      }
    }
  }

  /// The client's own time-out ends at the headers, so the wait for the whole answer is bounded
  /// here.
  private <B> HttpResponse<B> send(
      Gate.Pass pass, HttpRequest request, Duration within, BodyHandler<B> body) throws NoAnswer {
    var pending = client.sendAsync(request, body);
    try {
      return pending.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      pass.judge(true);
      throw new NoAnswer("no_answer", e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      pending.cancel(true);
      pass.judge(true);
      throw new NoAnswer("timed_out", e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer("interrupted", e);
    }
  }
}
