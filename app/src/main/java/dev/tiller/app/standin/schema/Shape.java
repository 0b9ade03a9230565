package dev.tiller.app.standin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rule for an object: which fields it must and may have. Immutable.
public final class Shape implements Rule {

  private final Map<String, Rule> required;
  private final Map<String, Rule> optional;
  private final boolean open;

  private Shape(Map<String, Rule> required, Map<String, Rule> optional, boolean open) {
    this.required = required;
    this.optional = optional;
    this.open = open;
  }

  /// An object with no fields but those that are added.
  public static Shape closed() {
    return new Shape(Map.of(), Map.of(), false);
  }

  /// An object that may have fields this rule does not know.
  public static Shape open() {
    return new Shape(Map.of(), Map.of(), true);
  }

  /// The same with a field that must be there.
  public Shape with(String field, Rule rule) {
    return new Shape(plus(required, field, rule), optional, open);
  }

  /// The same with a field that may be there.
  public Shape may(String field, Rule rule) {
    return new Shape(required, plus(optional, field, rule), open);
  }

  @Override
  public void check(JsonNode value, String at, Problems problems) {
    if (!value.isObject()) {
      problems.add("must be an object", at);
      return;
    }
    for (String field : required.keySet()) {
      if (!value.has(field)) {
        problems.add("missing required field: " + field, at);
      }
    }
    value.properties().forEach(entry -> field(entry.getKey(), entry.getValue(), at, problems));
  }

  private void field(String name, JsonNode value, String at, Problems problems) {
    var rule = required.getOrDefault(name, optional.get(name));
    if (rule != null) {
      rule.check(value, at + "/" + name, problems);
    } else if (!open) {
      problems.add("invalid additional property: " + name, at);
    }
  }

  private static Map<String, Rule> plus(Map<String, Rule> fields, String field, Rule rule) {
    var more = new LinkedHashMap<>(fields);
    more.put(field, rule);
    return more;
  }
}
