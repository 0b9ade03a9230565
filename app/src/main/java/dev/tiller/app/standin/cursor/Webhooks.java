package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.Traffic.Direction;
import dev.tiller.app.standin.cursor.Launch.Hook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Tells endings to the addresses given at launch (Cursor API v0, Oct 2026, webhooks): only
/// `FINISHED` and `ERROR`, repeated until one attempt is answered 2xx or the delays are used up.
final class Webhooks implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TIMEOUT)
          .build();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofVirtual().name("cursor-webhooks").factory(),
          new ThreadPoolExecutor.DiscardPolicy());
  private final Map<String, CompletableFuture<Void>> attempted = new ConcurrentHashMap<>();
  private final Map<String, Queue<Attempt>> held = new ConcurrentHashMap<>();
  private final List<Duration> delays;
  private final InstantSource clock;
  private final Faults faults;
  private final Traffic traffic;

  Webhooks(Options options, Faults faults, Traffic traffic) {
    this.delays = options.webhookRetries();
    this.clock = options.clock();
    this.faults = faults;
    this.traffic = traffic;
  }

  /// @param number counts the attempts from 0
  private record Attempt(String agentId, Hook hook, byte[] body, int number) {

    Attempt next() {
      return new Attempt(agentId, hook, body, number + 1);
    }
  }

  /// Tells that a run has ended, if its ending is told and anyone wants to know.
  void ended(Agent agent, Run run) {
    boolean told = run.status() == RunStatus.FINISHED || run.status() == RunStatus.ERROR;
    if (!told || agent.launch().webhook().isEmpty()) {
      return;
    }
    var wrong = faults.take(Operation.WEBHOOK, Optional.of(agent.id()));
    if (Faults.has(wrong, Fault.LostWebhook.class)) {
      return;
    }
    var attempt =
        new Attempt(agent.id(), agent.launch().webhook().get(), body(agent, run, wrong), 0);
    if (Faults.has(wrong, Fault.SwappedWebhook.class)) {
      held.computeIfAbsent(agent.id(), _ -> new ConcurrentLinkedQueue<>()).add(attempt);
      return;
    }
    int times =
        Faults.find(wrong, Fault.RepeatedWebhook.class).map(Fault.RepeatedWebhook::times).orElse(1);
    for (int i = 0; i < times; i++) {
      later(delay(wrong), attempt);
    }
  }

  private byte[] body(Agent agent, Run run, List<Fault> wrong) {
    var body = Json.bytes(V0Wire.statusChange(agent, run, clock.instant()));
    var status = Faults.find(wrong, Fault.OddStatus.class).map(Fault.OddStatus::status);
    return status.isPresent() ? FaultyAnswers.changed(body, status, false) : body;
  }

  private static Duration delay(List<Fault> wrong) {
    return Faults.find(wrong, Fault.Slow.class)
        .map(slow -> slow.before().plus(slow.after()))
        .orElse(Duration.ZERO);
  }

  /// Waits until an attempt to tell an ending of this agent is over.
  void awaitAttempt(String agentId, Duration atMost) {
    attempt(agentId).completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private CompletableFuture<Void> attempt(String agentId) {
    return attempted.computeIfAbsent(agentId, _ -> new CompletableFuture<>());
  }

  private void later(Duration delay, Attempt attempt) {
    var _ =
        timer.schedule(
            () -> Thread.startVirtualThread(() -> make(attempt)),
            delay.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void make(Attempt attempt) {
    long start = System.nanoTime();
    int status = 0;
    var answer = "";
    try {
      var response = client.send(request(attempt), HttpResponse.BodyHandlers.ofString());
      status = response.statusCode();
      answer = response.body();
    } catch (IOException e) {
      answer = String.valueOf(e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    log(attempt, status, start, answer);
    attempt(attempt.agentId()).complete(null);
    release(attempt.agentId());
    if (status / 100 != 2 && attempt.number() < delays.size()) {
      later(delays.get(attempt.number()), attempt.next());
    }
  }

  /// Sends what was held until an ending of this agent was told.
  private void release(String agentId) {
    Optional.ofNullable(held.remove(agentId))
        .ifPresent(attempts -> attempts.forEach(attempt -> later(Duration.ZERO, attempt)));
  }

  private static HttpRequest request(Attempt attempt) {
    var request =
        HttpRequest.newBuilder(attempt.hook().url())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Cursor-Agent-Webhook/1.0")
            .header("X-Webhook-ID", UUID.randomUUID().toString())
            .header("X-Webhook-Event", "statusChange")
            .POST(HttpRequest.BodyPublishers.ofByteArray(attempt.body()));
    attempt
        .hook()
        .secret()
        .ifPresent(secret ->
            request.header("X-Webhook-Signature", WebhookSignature.of(attempt.body(), secret)));
    return request.build();
  }

  private void log(Attempt attempt, int status, long start, String answer) {
    traffic.add(
        Endpoints.SERVICE,
        Direction.SENT,
        "POST",
        attempt.hook().url().toString(),
        status,
        Duration.ofNanos(System.nanoTime() - start).toMillis(),
        new String(attempt.body(), StandardCharsets.UTF_8),
        answer);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.shutdownNow();
  }
}
