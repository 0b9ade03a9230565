package dev.tiller.core.command;

import dev.tiller.core.command.Arguments.Argument;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `settings`, `my settings`, `settings channel repo=acme/web autopr=yes`, `settings unset repo`.
final class SettingsForm {

  private static final Set<String> HEADS = Set.of("settings", "setting", "preferences", "defaults");
  private static final Set<String> FILLERS = Set.of("for", "this", "the", "set", "and");
  private static final Set<String> UNSET = Set.of("unset", "reset", "clear", "remove");

  private final List<Argument> all;
  private final Map<SettingName, SettingChange> changes = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Scope> scope = Optional.empty();
  private boolean prose;
  private int next;

  private SettingsForm(List<Argument> all, Optional<Scope> scope) {
    this.all = all;
    this.scope = scope;
  }

  /// Empty for a message that is something else, such as a task about settings.
  static Optional<Reading> of(String text) {
    return Arguments.of(text)
        .flatMap(SettingsForm::begun)
        .map(SettingsForm::read)
        .filter(form -> !form.isProse())
        .map(SettingsForm::reading);
  }

  private static Optional<SettingsForm> begun(Arguments words) {
    if (HEADS.contains(words.head())) {
      return Optional.of(new SettingsForm(words.rest(), Optional.empty()));
    }
    var scope = scope(words.head());
    return scope.isPresent()
            && !words.rest().isEmpty()
            && HEADS.stream().anyMatch(words.rest().getFirst()::is)
        ? Optional.of(new SettingsForm(words.rest().subList(1, words.rest().size()), scope))
        : Optional.empty();
  }

  private static Optional<Scope> scope(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "me", "my", "mine", "personal" -> Optional.of(Scope.PERSON);
      case "channel", "here", "chat" -> Optional.of(Scope.CHANNEL);
      case "workspace", "everybody", "everyone", "global" -> Optional.of(Scope.WORKSPACE);
      default -> Optional.empty();
    };
  }

  private SettingsForm read() {
    while (next < all.size()) {
      var word = all.get(next++);
      if (word.key().isPresent()) {
        change(word, word.key().get());
      } else if (!onePersonMore(word)) {
        bare(word);
      }
    }
    return this;
  }

  private void bare(Argument word) {
    var named = scope(word.value());
    if (named.isPresent() && (changes.isEmpty() || scope.isEmpty())) {
      scope = named;
    } else if (UNSET.stream().anyMatch(word::is) && next < all.size()) {
      unset(all.get(next++));
    } else if (pair(word)) {
      next = all.size();
    } else if (FILLERS.stream().noneMatch(word::is)) {
      other(word);
    }
  }

  private void change(Argument word, String key) {
    var name = SettingValues.called(key);
    if (name.isEmpty()) {
      findings.add(unknown(word, key));
    } else if (SettingValues.takesBack(name.get(), word.value())) {
      changes.put(name.get(), new SettingChange(name.get(), Optional.empty()));
    } else {
      SettingValues.checked(name.get(), word.value())
          .ifPresentOrElse(
              value -> changes.put(name.get(), new SettingChange(name.get(), Optional.of(value))),
              () -> findings.add(noValue(name.get(), word)));
    }
  }

  /// `followups=@ann @ben`.
  private boolean onePersonMore(Argument word) {
    var list =
        Optional.ofNullable(changes.get(SettingName.FOLLOW_UPS))
            .flatMap(SettingChange::value)
            .filter(SettingValues::isPeople);
    if (word.key().isPresent() || list.isEmpty() || !SettingValues.isPeople(word.value())) {
      return false;
    }
    var longer = Optional.of(list.get() + "," + word.value());
    changes.put(SettingName.FOLLOW_UPS, new SettingChange(SettingName.FOLLOW_UPS, longer));
    return true;
  }

  /// `repo acme/web`, `repo: acme/web` and `repo:acme/web` at the end, where hardly anything else
  /// can be meant.
  private boolean pair(Argument word) {
    var colon = word.value().indexOf(':');
    var joined = colon > 0 && next == all.size();
    if (!joined && next != all.size() - 1) {
      return false;
    }
    var key = joined ? word.value().substring(0, colon) : word.value();
    var value = joined ? word.value().substring(colon + 1) : all.get(next).value();
    var name = SettingValues.called(key).filter(its -> SettingValues.isPlausible(its, value));
    name.flatMap(its -> SettingValues.checked(its, value))
        .ifPresent(its -> changes.put(name.get(), new SettingChange(name.get(), Optional.of(its))));
    return name.isPresent();
  }

  private void unset(Argument word) {
    SettingValues.called(word.value())
        .ifPresentOrElse(
            name -> changes.put(name, new SettingChange(name, Optional.empty())),
            () -> findings.add(unknown(word, word.value())));
  }

  /// A word that is no part of a command; the name of a setting alone lacks its value.
  private void other(Argument word) {
    var alone = all.size() == 1 && SettingValues.called(word.value()).isPresent();
    if (alone) {
      findings.add(noValue(SettingValues.called(word.value()).get(), word));
    } else if (changes.isEmpty() && findings.isEmpty()) {
      prose = true;
    } else {
      findings.add(
          Finding.of(Texts.get("problem.settings-takes", Quoting.shortened(word.value()))));
    }
  }

  private boolean isProse() {
    return prose && changes.isEmpty();
  }

  private Reading reading() {
    return findings.isEmpty()
        ? new Reading.Clear(new Command.Settings(scope, List.copyOf(changes.values())))
        : new Reading.Doubtful(findings);
  }

  private static Finding unknown(Argument word, String key) {
    var likely = SettingValues.resembling(key);
    var sentence =
        likely
            .map(name -> Texts.get("problem.no-setting-like", Quoting.shortened(key), name.key()))
            .orElseGet(
                () -> Texts.get("problem.no-setting", Quoting.shortened(key), SettingValues.KEYS));
    var start = word.place().start();
    return likely
        .map(name -> new Finding(sentence, new Range(start, start + key.length()), name.key()))
        .orElseGet(() -> Finding.of(sentence));
  }

  private static Finding noValue(SettingName name, Argument word) {
    var sentence = SettingValues.expected(name);
    return SettingValues.likely(name, word.value())
        .map(value -> new Finding(sentence, word.place(), name.key() + "=" + value))
        .orElseGet(() -> Finding.of(sentence));
  }
}
