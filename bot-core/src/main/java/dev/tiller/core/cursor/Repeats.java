package dev.tiller.core.cursor;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Repeats a read that failed once or twice, after a short jittered wait and within a budget, when
/// that may well help: the line broke or the service failed, and it did not name a wait. Longer
/// waits are the caller's.
final class Repeats {

  private static final int MOST = 2;
  private static final int BUDGET = 10;
  private static final long FIRST_MILLIS = 200;

  private final RetryBudget budget;
  private final Pause pause;
  private final RandomGenerator random;

  /// How time passes.
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /// One try.
  interface Read {
    Answer once() throws NoAnswer;
  }

  Repeats(RetryBudget budget, Pause pause, RandomGenerator random) {
    this.budget = budget;
    this.pause = pause;
    this.random = random;
  }

  static Repeats standard() {
    return new Repeats(new RetryBudget(BUDGET), Thread::sleep, RandomGenerator.getDefault());
  }

  static Repeats none() {
    return new Repeats(new RetryBudget(0), _ -> {}, RandomGenerator.getDefault());
  }

  Answer of(Read read) throws NoAnswer {
    for (int repeat = 1; ; repeat++) {
      try {
        var answer = read.once();
        if (answer.success()) {
          budget.succeeded();
        }
        if (!worthRepeating(answer) || !another(repeat)) {
          return answer;
        }
      } catch (NoAnswer e) {
        if (!e.lineBroke() || !another(repeat)) {
          throw e;
        }
      }
    }
  }

  private static boolean worthRepeating(Answer answer) {
    return answer.outage() && answer.headers().firstValue("Retry-After").isEmpty();
  }

  private boolean another(int repeat) {
    if (repeat > MOST || !budget.take()) {
      return false;
    }
    try {
      long most = FIRST_MILLIS << (repeat - 1);
      pause.of(Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1)));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
