package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import dev.tiller.core.settings.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What tests about settings share. Ann is an admin, nobody else.
final class Settling {

  static final ChatThread THREAD = new ChatThread(Platform.SLACK, "T1", "C1", "1");
  static final ChatThread HOME = new ChatThread(Platform.SLACK, "T1", "U1", SettingsCase.HOME);
  static final Set<Admin> ADMINS = Set.of(Admin.of(Platform.SLACK, ANN));
  static final Reviewed GOVERNED = reviewed(ADMINS, false, Map.of());
  static final List<Repository> REPOSITORIES =
      List.of(repository("acme/web"), repository("acme/api"), repository("other/api"));
  static final List<Model> MODELS =
      List.of(
          new Model("claude-opus-4", "Opus", Optional.empty(), List.of("opus")),
          new Model("gpt-5.2", "GPT", Optional.empty(), List.of()));

  private Settling() {}

  static Repository repository(String name) {
    return Repository.parse(name).orElseThrow();
  }

  static Reviewed reviewed(
      Set<Admin> admins, boolean membersSetChannels, Map<ScopeKey, Defaults> defaults) {
    return new Reviewed(
        defaults.isEmpty() ? Optional.empty() : Optional.of("tiller-settings.yaml"),
        Optional.empty(),
        admins,
        membersSetChannels,
        defaults,
        Map.of());
  }

  /// A file with words alone.
  static Reviewed reviewed(Vocabulary words) {
    return new Reviewed(
        Optional.of("tiller-settings.yaml"),
        Optional.empty(),
        ADMINS,
        false,
        Map.of(),
        Map.of(ScopeKey.workspace(THREAD), words));
  }

  static Defaults defaults(String... values) {
    var defaults = Defaults.NONE;
    for (var change : changes(values)) {
      defaults =
          SettingValues.set(defaults, change.name(), change.value().orElseThrow()).orElseThrow();
    }
    return defaults;
  }

  /// Such as `repo=acme/web`, or `repo=` to take it back.
  static List<SettingChange> changes(String... values) {
    return Arrays.stream(values)
        .map(each -> each.split("=", 2))
        .map(each ->
            new SettingChange(
                name(each[0]), Optional.of(each[1]).filter(value -> !value.isEmpty())))
        .toList();
  }

  private static SettingName name(String key) {
    return Arrays.stream(SettingName.values())
        .filter(name -> name.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  static Preferences chosen(Map<Scope, Defaults> by) {
    return new Preferences(
        by.getOrDefault(Scope.CHANNEL, Defaults.NONE),
        by.getOrDefault(Scope.PERSON, Defaults.NONE),
        by.getOrDefault(Scope.WORKSPACE, Defaults.NONE),
        List.of(new KeywordRule("frontend", repository("acme/web"), false)),
        new HashMap<>(Map.of("site", repository("acme/web"))));
  }

  static SettingsCase the(Person person, Preferences chosen, Reviewed reviewed) {
    return at(THREAD, person, chosen, reviewed);
  }

  static SettingsCase at(ChatThread thread, Person person, Preferences chosen, Reviewed reviewed) {
    return new SettingsCase(
        thread, person, chosen, reviewed, Deciding.RULES, REPOSITORIES, MODELS, List.of("Ann"));
  }

  static SettingsCase the(Person person) {
    return the(person, chosen(Map.of()), GOVERNED);
  }

  /// What a decision writes down, such as `channel repo=acme/web`.
  static List<String> configured(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Configure.class::isInstance)
        .map(Effect.Configure.class::cast)
        .map(its ->
            "%s %s=%s"
                .formatted(
                    its.key().scope().word(),
                    its.change().name().key(),
                    its.change().value().orElse("")))
        .toList();
  }
}
