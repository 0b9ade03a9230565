package dev.tiller.app.standin.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rules that say which calls go wrong. Thread-safe. Without rules everything goes well.
public final class Faults {

  private final List<Rule> rules = new ArrayList<>();

  private static final class Rule {
    private final Operation operation;
    private final Fault fault;
    private int skip;
    private int times;

    Rule(Operation operation, Fault fault, int skip, int times) {
      this.operation = operation;
      this.fault = fault;
      this.skip = skip;
      this.times = times;
    }

    Optional<Fault> count() {
      if (skip > 0) {
        skip--;
        return Optional.empty();
      }
      times--;
      return Optional.of(fault);
    }
  }

  /// The next call goes wrong.
  public void next(Operation operation, Fault fault) {
    next(operation, 1, fault);
  }

  /// The next so many calls go wrong.
  public synchronized void next(Operation operation, int calls, Fault fault) {
    rules.add(new Rule(operation, fault, 0, calls));
  }

  /// The nth call from now goes wrong, the next one being the first.
  public synchronized void nth(Operation operation, int n, Fault fault) {
    rules.add(new Rule(operation, fault, n - 1, 1));
  }

  /// Nothing goes wrong any more.
  public synchronized void clear() {
    rules.clear();
  }

  /// Counts a call and tells what goes wrong in it.
  synchronized List<Fault> take(Operation operation) {
    var faults =
        rules.stream()
            .filter(rule -> rule.operation == operation)
            .flatMap(rule -> rule.count().stream())
            .toList();
    rules.removeIf(rule -> rule.times <= 0);
    return faults;
  }

  /// The fault of a kind among those of a call.
  static <T extends Fault> Optional<T> find(List<Fault> faults, Class<T> kind) {
    return faults.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
