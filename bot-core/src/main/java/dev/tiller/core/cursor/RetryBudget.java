package dev.tiller.core.cursor;

import java.util.concurrent.atomic.AtomicInteger;

/// How many failed calls may be repeated at once, over all callers: ten to begin with, and one more
/// for every ten successes, so that repetition never adds more than a tenth to the load of a
/// service in trouble.
final class RetryBudget {

  private static final int PRICE = 10;

  private final int most;
  private final AtomicInteger tokens;

  RetryBudget(int repeats) {
    this.most = repeats * PRICE;
    this.tokens = new AtomicInteger(most);
  }

  /// Takes one repetition out of the budget. False when none is left.
  boolean take() {
    return tokens.getAndUpdate(left -> left >= PRICE ? left - PRICE : left) >= PRICE;
  }

  void succeeded() {
    tokens.getAndUpdate(left -> Math.min(most, left + 1));
  }
}
