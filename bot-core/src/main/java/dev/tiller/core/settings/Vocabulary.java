package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;
import java.util.Map;

/// A workspace's words that lead to repositories.
///
/// @param rules words of tasks, in lower case
/// @param aliases other names of repositories, in lower case
public record Vocabulary(Map<String, Repository> rules, Map<String, Repository> aliases) {

  public static final Vocabulary NONE = new Vocabulary(Map.of(), Map.of());

  public Vocabulary {
    rules = Map.copyOf(rules);
    aliases = Map.copyOf(aliases);
  }

  public Map<String, Repository> of(WordsEdit.Kind kind) {
    return switch (kind) {
      case RULE -> rules;
      case ALIAS -> aliases;
    };
  }
}
