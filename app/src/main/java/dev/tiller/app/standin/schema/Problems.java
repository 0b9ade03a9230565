package dev.tiller.app.standin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a value.
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /// What is wrong with a value by a rule; empty when it is fine.
  ///
  /// @param at where the value stands, as a JSON pointer
  public static List<Problem> of(Rule rule, JsonNode value, String at) {
    var problems = new Problems();
    rule.check(value, at, problems);
    return List.copyOf(problems.found);
  }

  /// Reports a problem.
  public void add(String what, String at) {
    found.add(new Problem(what, at));
  }
}
