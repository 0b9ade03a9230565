package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.FaultRule.When;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Rules that say which calls go wrong. Thread-safe. Without rules everything goes well; a call
/// that several rules hit suffers all their faults.
public final class Faults {

  private final InstantSource clock;
  private final List<Counter> counters = new ArrayList<>();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong ids = new AtomicLong();

  /// @param clock tells when rules that last for a time are over
  public Faults(InstantSource clock) {
    this.clock = clock;
  }

  /// A rule that may hit further calls.
  ///
  /// @param hits how many calls it has hit so far
  /// @param left how many more it will hit; absent means without end
  /// @param until absent means without end
  public record Active(
      long id, FaultRule rule, int hits, Optional<Integer> left, Optional<Instant> until) {}

  private static final class Counter {
    private final long id;
    private final FaultRule rule;
    private final Optional<Instant> until;
    private long seen;
    private int hits;

    Counter(long id, FaultRule rule, Instant now) {
      this.id = id;
      this.rule = rule;
      this.until = Optional.of(rule.when().lasting()).filter(Duration::isPositive).map(now::plus);
    }

    Optional<Fault> count() {
      seen++;
      if (!rule.when().hits(seen)) {
        return Optional.empty();
      }
      hits++;
      return Optional.of(rule.fault());
    }

    boolean over(Instant now) {
      int times = rule.when().times();
      return (times > 0 && hits >= times) || until.filter(end -> !now.isBefore(end)).isPresent();
    }

    Active active() {
      int times = rule.when().times();
      Optional<Integer> left = times > 0 ? Optional.of(times - hits) : Optional.empty();
      return new Active(id, rule, hits, left, until);
    }
  }

  /// The next call goes wrong.
  public void next(Operation operation, Fault fault) {
    next(operation, 1, fault);
  }

  /// The next so many calls go wrong.
  public void next(Operation operation, int calls, Fault fault) {
    add(FaultRule.of(operation, When.next(calls), fault));
  }

  /// The nth call from now goes wrong, the next one being the first.
  public void nth(Operation operation, int n, Fault fault) {
    add(FaultRule.of(operation, When.nth(n), fault));
  }

  /// Begins to apply a rule.
  ///
  /// @return an id to [#remove] it by
  public long add(FaultRule rule) {
    long id = ids.incrementAndGet();
    synchronized (counters) {
      counters.add(new Counter(id, rule, clock.instant()));
    }
    changed();
    return id;
  }

  /// Takes a rule back. One that is over already is no failure.
  public void remove(long id) {
    synchronized (counters) {
      counters.removeIf(counter -> counter.id == id);
    }
    changed();
  }

  /// Nothing goes wrong any more.
  public void clear() {
    synchronized (counters) {
      counters.clear();
    }
    changed();
  }

  /// The rules that are not over, oldest first.
  public List<Active> active() {
    synchronized (counters) {
      forgetOver();
      return counters.stream().map(Counter::active).toList();
    }
  }

  /// Calls the listener after each change of [#active()] that is not just time going by, on the
  /// thread that made it: it must be quick.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /// Counts a call and tells what goes wrong in it.
  ///
  /// @param agent the id of the agent that the call is about
  List<Fault> take(Operation operation, Optional<String> agent) {
    List<Fault> faults;
    synchronized (counters) {
      forgetOver();
      faults =
          counters.stream()
              .filter(counter -> counter.rule.concerns(operation, agent))
              .flatMap(counter -> counter.count().stream())
              .toList();
      forgetOver();
    }
    if (!faults.isEmpty()) {
      changed();
    }
    return faults;
  }

  /// The fault of a kind among those of a call.
  static <T extends Fault> Optional<T> find(List<Fault> faults, Class<T> kind) {
    return faults.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  static boolean has(List<Fault> faults, Class<? extends Fault> kind) {
    return find(faults, kind).isPresent();
  }

  private void forgetOver() {
    var now = clock.instant();
    counters.removeIf(counter -> counter.over(now));
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
