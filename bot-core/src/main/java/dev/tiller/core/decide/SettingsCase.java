package dev.tiller.core.decide;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who looks at settings or changes them, and all that this is decided by.
///
/// @param thread where they do so; see [#home] for the bot's own page
/// @param chosen what was chosen in chat, without the reviewed file
/// @param rules as configured, without anybody's preferences
/// @param repositories what the service lists; empty when that is not known
/// @param models likewise
/// @param adminNames how some of the platform's admins are called, as far as known
/// @param names how people whom settings list are called, by their ids, as far as known
public record SettingsCase(
    ChatThread thread,
    Person person,
    Preferences chosen,
    Reviewed reviewed,
    Rules rules,
    List<Repository> repositories,
    List<Model> models,
    List<String> adminNames,
    Map<String, String> names) {

  /// The root of the address of a person's own page, which is no thread.
  public static final String HOME = "home";

  public SettingsCase {
    repositories = List.copyOf(repositories);
    models = List.copyOf(models);
    adminNames = List.copyOf(adminNames);
    names = Map.copyOf(names);
  }

  /// Where nobody is listed.
  public SettingsCase(
      ChatThread thread,
      Person person,
      Preferences chosen,
      Reviewed reviewed,
      Rules rules,
      List<Repository> repositories,
      List<Model> models,
      List<String> adminNames) {
    this(thread, person, chosen, reviewed, rules, repositories, models, adminNames, Map.of());
  }

  /// The same where people are called so, too.
  public SettingsCase naming(Map<String, String> more) {
    var all = new HashMap<>(names);
    all.putAll(more);
    return new SettingsCase(
        thread, person, chosen, reviewed, rules, repositories, models, adminNames, all);
  }

  /// A value as people read it: a list of people by their names.
  String shown(SettingName name, String written) {
    var shown =
        switch (name) {
          case FOLLOW_UPS -> Steering.parse(written).map(its -> SteeringLists.shown(its, names));
          case LANGUAGE -> Language.parse(written).map(Language::ownName);
          default -> Optional.<String>empty();
        };
    return shown.orElse(written);
  }

  /// Whether they are on the bot's own page rather than in a thread.
  public boolean home() {
    return thread.root().equals(HOME);
  }

  /// Whose settings bear on this place, the strongest first.
  List<Scope> scopes() {
    return home()
        ? List.of(Scope.PERSON, Scope.WORKSPACE)
        : List.of(Scope.CHANNEL, Scope.PERSON, Scope.WORKSPACE);
  }

  ScopeKey key(Scope scope) {
    return switch (scope) {
      case CHANNEL -> ScopeKey.channel(thread);
      case PERSON -> ScopeKey.person(thread, person);
      case WORKSPACE -> ScopeKey.workspace(thread);
    };
  }

  Authority.Verdict mayChange(Scope scope) {
    return SettingRights.mayChange(person, key(scope), reviewed);
  }

  boolean isAdmin() {
    return reviewed.isAdmin(thread.platform(), person);
  }

  /// What the bot speaks to this person here.
  public Language language() {
    return all().language();
  }

  Preferences all() {
    return reviewed.over(chosen, thread, person);
  }

  /// What a scope says itself, the reviewed file's word before chat's.
  Defaults own(Scope scope) {
    return all().of(scope);
  }

  boolean fixed(Scope scope, SettingName name) {
    return reviewed.fixes(key(scope), name);
  }

  /// The value that holds here.
  Effective effective(SettingName name) {
    return scopes().stream()
        .filter(name::holdsFor)
        .flatMap(scope ->
            SettingValues.written(own(scope), name).stream()
                .map(value -> new Effective(shown(name, value), source(scope, name))))
        .findFirst()
        .orElseGet(() -> Effective.unset(name, rules));
  }

  private String source(Scope scope, SettingName name) {
    boolean fixed = fixed(scope, name);
    return switch (scope) {
      case CHANNEL -> Texts.get(fixed ? "setting.by-file-channel" : "setting.by-channel");
      case PERSON -> Texts.get(fixed ? "setting.by-file-person" : "setting.by-you");
      case WORKSPACE -> Texts.get(fixed ? "setting.by-file-workspace" : "setting.by-workspace");
    };
  }

  /// A value as it is written, or in words where nobody has set one, and where it came from.
  record Effective(String value, String source) {

    @Override
    public String toString() {
      return value + " (" + source + ")";
    }

    private static Effective unset(SettingName name, Rules rules) {
      return switch (name) {
        case REPOSITORY ->
            rules
                .defaultRepository()
                .map(its -> new Effective(its.display(), Texts.get("setting.by-default-repo")))
                .orElseGet(
                    () -> new Effective(Texts.get("setting.asked"), Texts.get("setting.not-set")));
        case BRANCH ->
            new Effective(Texts.get("setting.default-branch"), Texts.get("setting.not-set"));
        case MODEL ->
            new Effective(Texts.get("setting.default-model"), Texts.get("setting.not-set"));
        case AUTOPR -> new Effective("yes", Texts.get("setting.usual"));
        case CONTEXT -> new Effective("thread", Texts.get("setting.usual"));
        case FOLLOW_UPS ->
            new Effective(rules.steering().written(), Texts.get("setting.by-steering"));
        case SUMMARY_OUTSIDE, LISTEN, QUIET -> new Effective("no", Texts.get("setting.usual"));
        case LANGUAGE -> new Effective(Language.ENGLISH.ownName(), Texts.get("setting.usual"));
      };
    }
  }

  /// The same once this person's, channel's or workspace's choices in chat are these.
  SettingsCase after(Scope scope, Defaults now) {
    var next =
        new Preferences(
            scope == Scope.CHANNEL ? now : chosen.channel(),
            scope == Scope.PERSON ? now : chosen.person(),
            scope == Scope.WORKSPACE ? now : chosen.workspace(),
            chosen.rules(),
            chosen.aliases());
    return new SettingsCase(
        thread, person, next, reviewed, rules, repositories, models, adminNames, names);
  }
}
