package dev.tiller.app.standin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a value, in Slack's words.
public final class Problems {

  private final List<String> found = new ArrayList<>();

  /// What is wrong with a value by a rule; empty when it is fine.
  public static List<String> of(Rule rule, JsonNode value, String at) {
    var problems = new Problems();
    rule.check(value, at, problems);
    return List.copyOf(problems.found);
  }

  /// Reports a problem.
  public void add(String what, String at) {
    found.add("[ERROR] " + what + " [json-pointer:" + at + "]");
  }
}
