package dev.tiller.app.standin.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// What a value must be like.
@FunctionalInterface
public interface Rule {

  /// Reports what is wrong with a value.
  ///
  /// @param at where the value stands, as a JSON pointer
  void check(JsonNode value, String at, Problems problems);

  /// This rule and then another one.
  default Rule and(Rule other) {
    return (value, at, problems) -> {
      check(value, at, problems);
      other.check(value, at, problems);
    };
  }
}
