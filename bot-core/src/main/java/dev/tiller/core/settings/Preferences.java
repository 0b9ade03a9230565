package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.text.Language;
import java.util.List;
import java.util.Map;

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

  /// How the bot behaves here, as the channel wants it, then the workspace. A person speaks only
  /// for the language.
  public Etiquette etiquette() {
    return channel.etiquette().over(workspace.etiquette());
  }

  /// What the bot speaks: as the person says, then the channel, then the workspace.
  public Language language() {
    return person.etiquette().over(etiquette()).language().orElse(Language.ENGLISH);
  }

  /// Whether outsiders may read agents' summaries.
  public boolean summaryOutside() {
    return etiquette().summaryOutside().orElse(false);
  }
}
