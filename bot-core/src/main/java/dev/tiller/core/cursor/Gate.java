package dev.tiller.core.cursor;

import dev.tiller.core.agents.CloudAgentsException.NotNow;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets calls through to the service. While the service is down it turns them away at once, so that
/// an outage piles up no threads; only so many reads go on at the same time. What counts as down is
/// no answer or a failure of the service's own, never a refusal.
final class Gate {

  /// How long calls are turned away before some are let through to try.
  static final Duration PAUSE = Duration.ofSeconds(15);

  /// How many calls in a row are judged, and how many there have to be.
  static final int WINDOW = 20;

  static final int FEWEST = 10;

  private static final int TRIALS = 3;
  private static final Duration WHILE_TRYING = Duration.ofSeconds(2);
  private static final Duration LONGEST_TURN = Duration.ofSeconds(30);
  private static final int READS_AT_ONCE = 32;

  private static final Logger log = LoggerFactory.getLogger(Gate.class);

  private final InstantSource time;
  private final CircuitBreaker circuit;
  private final Semaphore reads;
  private volatile Instant pausedUntil = Instant.EPOCH;

  Gate(InstantSource time) {
    this(time, READS_AT_ONCE);
  }

  Gate(InstantSource time, int readsAtOnce) {
    this.time = time;
    this.reads = new Semaphore(readsAtOnce, true);
    this.circuit = CircuitBreaker.of("cursor", config(time));
    circuit.getEventPublisher().onStateTransition(this::changed);
  }

  private static CircuitBreakerConfig config(InstantSource time) {
    return CircuitBreakerConfig.custom()
        .slidingWindow(WINDOW, FEWEST, SlidingWindowType.COUNT_BASED)
        .failureRateThreshold(50)
        .recordResult(Boolean.FALSE::equals)
        .slowCallDurationThreshold(Duration.ofDays(1))
        .waitDurationInOpenState(PAUSE)
        .permittedNumberOfCallsInHalfOpenState(TRIALS)
        .clock(time.withZone(ZoneOffset.UTC))
        .build();
  }

  private void changed(CircuitBreakerOnStateTransitionEvent event) {
    if (event.getStateTransition().getToState() == State.OPEN) {
      pausedUntil = time.instant().plus(PAUSE);
      log.atWarn().addKeyValue("pause", PAUSE).log("Cursor's API is down, calls pause");
    } else if (event.getStateTransition().getToState() == State.CLOSED) {
      log.atInfo().log("Cursor's API answers again");
    }
  }

  /// Admits a call.
  ///
  /// @param patience how long a read waits for others to end
  /// @throws NotNow when the service is down or too many reads go on; nothing was sent
  Pass enter(Call call, Duration patience) {
    if (time.instant().isBefore(pausedUntil) && circuit.getState() == State.OPEN) {
      throw paused();
    }
    var pass = new Pass(call == Call.READ);
    if (pass.read) {
      awaitTurn(patience);
    }
    if (!circuit.tryAcquirePermission()) {
      pass.leave();
      throw paused();
    }
    return pass;
  }

  private void awaitTurn(Duration patience) {
    var turn = patience.compareTo(LONGEST_TURN) < 0 ? patience : LONGEST_TURN;
    try {
      if (!reads.tryAcquire(turn.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new NotNow("too_many_reads", Optional.empty(), null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotNow("interrupted", Optional.empty(), e);
    }
  }

  private NotNow paused() {
    var left = Duration.between(time.instant(), pausedUntil);
    return new NotNow("service_down", Optional.of(left.isPositive() ? left : WHILE_TRYING), null);
  }

  /// One admitted call. Closed without a verdict, it says nothing of the service.
  final class Pass implements AutoCloseable {

    private final boolean read;
    private boolean judged;

    private Pass(boolean read) {
      this.read = read;
    }

    void judge(boolean outage) {
      judged = true;
      circuit.onResult(0, TimeUnit.NANOSECONDS, !outage);
    }

    private void leave() {
      if (read) {
        reads.release();
      }
    }

    @Override
    public void close() {
      if (!judged) {
        circuit.releasePermission();
      }
      leave();
    }
  }
}
