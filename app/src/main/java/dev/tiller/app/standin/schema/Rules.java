package dev.tiller.app.standin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Rules for values, from which those for a service's objects are made.
public final class Rules {

  private static final Pattern WEB = Pattern.compile("https?://[^\\s/?#]+\\S*");

  private Rules() {}

  /// Whatever there is.
  public static Rule anything() {
    return (_, _, _) -> {};
  }

  /// Text of at most so many characters, which may be empty.
  public static Rule text(int most) {
    return text(0, most);
  }

  /// Text of a length in characters.
  public static Rule text(int least, int most) {
    return (value, at, problems) -> {
      if (!value.isTextual()) {
        problems.add("must be a string", at);
      } else if (value.asText().length() > most) {
        problems.add("must be less than " + (most + 1) + " characters", at);
      } else if (value.asText().length() < least) {
        problems.add("must be more than " + (least - 1) + " characters", at);
      }
    };
  }

  /// An http or https address of at most so many characters.
  public static Rule webAddress(int most) {
    return text(1, most)
        .and((value, at, problems) -> {
          if (!WEB.matcher(value.asText()).matches()) {
            problems.add("must be a valid url", at);
          }
        });
  }

  /// One of some texts.
  public static Rule oneOf(String... texts) {
    var allowed = List.of(texts);
    return (value, at, problems) -> {
      if (!value.isTextual() || !allowed.contains(value.asText())) {
        problems.add("must be one of " + allowed, at);
      }
    };
  }

  public static Rule bool() {
    return (value, at, problems) -> {
      if (!value.isBoolean()) {
        problems.add("must be a boolean", at);
      }
    };
  }

  /// A whole number within bounds.
  public static Rule number(int least, int most) {
    return (value, at, problems) -> {
      if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
        problems.add("must be a number from " + least + " to " + most, at);
      }
    };
  }

  /// A list whose items all keep to a rule.
  public static Rule list(int least, int most, Rule items) {
    return (value, at, problems) -> {
      if (!value.isArray()) {
        problems.add("must be an array", at);
        return;
      }
      if (value.size() > most) {
        problems.add("no more than " + most + " items allowed", at);
      }
      if (value.size() < least) {
        problems.add("must provide at least " + least + " items", at);
      }
      for (int i = 0; i < value.size(); i++) {
        items.check(value.get(i), at + "/" + i, problems);
      }
    };
  }

  /// Objects that name their own kind in `type`.
  public static Rule byType(Map<String, ? extends Rule> kinds) {
    return byType(kinds, type -> "unsupported type: " + type);
  }

  /// As [#byType(Map)], with what to say of kinds that are not among them.
  public static Rule byType(Map<String, ? extends Rule> kinds, Function<String, String> unknown) {
    return (value, at, problems) -> {
      JsonNode type = value.path("type");
      if (!type.isTextual()) {
        problems.add("missing required field: type", at);
        return;
      }
      Rule rule = kinds.get(type.asText());
      if (rule == null) {
        problems.add(unknown.apply(type.asText()), at + "/type");
      } else {
        rule.check(value, at, problems);
      }
    };
  }

  /// A rule that refers to itself through others.
  public static Rule lazy(Supplier<Rule> rule) {
    return (value, at, problems) -> rule.get().check(value, at, problems);
  }

  /// No two values that `key` finds in a list's items may be equal. Items without one are let be.
  public static Rule unique(String key) {
    return (value, at, problems) -> {
      var seen = new HashSet<String>();
      value.forEach(item -> {
        if (item.path(key).isTextual() && !seen.add(item.path(key).asText())) {
          problems.add("`" + key + "` already exists: " + item.path(key).asText(), at);
        }
      });
    };
  }
}
