package dev.tiller.app.standin.cursor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Refuses what a key asks for too often, and launches while too many agents are at work.
/// Thread-safe.
final class RateLimits {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Quotas quotas;
  private final AgentStore store;
  private final InstantSource clock;
  private final Map<Window, Deque<Instant>> calls = new HashMap<>();

  RateLimits(Quotas quotas, AgentStore store, InstantSource clock) {
    this.quotas = quotas;
    this.store = store;
    this.clock = clock;
  }

  /// What is counted together.
  private record Window(String key, String what, int limit, Duration length) {}

  /// Counts a call, unless it is one too many: then its refusal.
  synchronized Optional<Reply> refuse(Version version, Operation operation, String key) {
    var now = clock.instant();
    if (operation == Operation.CREATE_AGENT && tooManyAgents()) {
      return Optional.of(reply(version, quotas.activeAgents(), MINUTE, now));
    }
    var windows = windows(version, operation, key);
    for (var window : windows) {
      var latest = latest(window, now);
      if (latest.size() >= window.limit()) {
        var wait = Duration.between(now, latest.element().plus(window.length()));
        return Optional.of(reply(version, window.limit(), wait, now));
      }
    }
    windows.forEach(window -> latest(window, now).add(now));
    return Optional.empty();
  }

  private Deque<Instant> latest(Window window, Instant now) {
    var latest = calls.computeIfAbsent(window, _ -> new ArrayDeque<>());
    while (!latest.isEmpty() && !latest.element().plus(window.length()).isAfter(now)) {
      latest.remove();
    }
    return latest;
  }

  private boolean tooManyAgents() {
    return quotas.activeAgents() > 0
        && store.all().stream()
                .filter(agent -> !agent.deleted() && agent.active().isPresent())
                .count()
            >= quotas.activeAgents();
  }

  private List<Window> windows(Version version, Operation operation, String key) {
    var windows = new ArrayList<Window>();
    windows.add(new Window(key, "all", quotas.callsPerMinute(), MINUTE));
    switch (operation) {
      case REPOSITORIES -> {
        windows.add(new Window(key, "repositories", quotas.repositoriesPerMinute(), MINUTE));
        windows.add(new Window(key, "repositories", quotas.repositoriesPerHour(), HOUR));
      }
      case ARTIFACTS, DOWNLOAD -> {
        if (version == Version.V0) {
          windows.add(new Window(key, operation.name(), quotas.v0ArtifactsPerMinute(), MINUTE));
          windows.add(new Window(key, operation.name(), quotas.v0ArtifactsPerHour(), HOUR));
        }
      }
      default -> {}
    }
    windows.removeIf(window -> window.limit() == 0);
    return windows;
  }

  private static Reply reply(Version version, int limit, Duration wait, Instant now) {
    return FaultyAnswers.rateLimited(version, ErrorShape.USUAL, limit, wait, now);
  }
}
