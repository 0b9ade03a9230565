package dev.tiller.app.config;

import java.util.List;
import java.util.stream.Collectors;

/// Settings that Tiller cannot start with.
public final class BadSettings extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public BadSettings(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /// All problems, at least one.
  public List<Problem> problems() {
    return problems;
  }
}
