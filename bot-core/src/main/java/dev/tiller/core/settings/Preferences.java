package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All settings that may bear on one request, the reviewed file's already among them.
///
/// @param rules of the workspace, in no order
/// @param aliases other names of repositories, in lower case
public record Preferences(
    Defaults channel,
    Defaults person,
    Defaults workspace,
    List<KeywordRule> rules,
    Map<String, Repository> aliases) {

  /// Nobody has chosen anything.
  public static final Preferences NONE =
      new Preferences(Defaults.NONE, Defaults.NONE, Defaults.NONE, List.of(), Map.of());

  public Preferences {
    rules = List.copyOf(rules);
    aliases = Map.copyOf(aliases);
  }

  /// What was chosen for a workspace, channel or person.
  public Defaults of(Scope scope) {
    return switch (scope) {
      case CHANNEL -> channel;
      case PERSON -> person;
      case WORKSPACE -> workspace;
    };
  }

  /// Whether everybody may follow up; absent when neither channel nor workspace says.
  public Optional<Boolean> followUpsByTeam() {
    return channel.followUpsByTeam().or(workspace::followUpsByTeam);
  }

  /// Whether outsiders may read agents' summaries.
  public boolean summaryOutside() {
    return channel.summaryOutside().or(workspace::summaryOutside).orElse(false);
  }
}
