package dev.tiller.core.decide;

import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a wish to change settings comes to: all of it is done, or nothing. The same by text, button
/// and form.
final class SettingChanges {

  private final SettingsCase the;
  private final Scope scope;
  private final boolean insisting;

  private SettingChanges(SettingsCase the, Scope scope, boolean insisting) {
    this.the = the;
    this.scope = scope;
    this.insisting = insisting;
  }

  /// What it comes to.
  ///
  /// @see Done
  sealed interface Outcome {

    /// What to say about it.
    String text();
  }

  /// @param effects to be carried out
  /// @param changed whether there is anything new
  /// @param language what the bot speaks to them from now on
  record Done(List<Effect> effects, boolean changed, String text, Language language)
      implements Outcome {
    Done {
      effects = List.copyOf(effects);
    }
  }

  /// @param rule which forbids it
  record Refused(String rule, String text) implements Outcome {}

  /// Nothing is done, because something is wrong with a value, or may be.
  ///
  /// @param instead what was probably meant; absent where nothing is like it
  /// @param asWritten the same once more, for who insists; absent where it cannot be done
  record Doubtful(
      String text, Optional<List<SettingChange>> instead, Optional<List<SettingChange>> asWritten)
      implements Outcome {}

  /// @param insisting whether a value that the service does not list is meant
  static Outcome of(SettingsCase the, Scope scope, List<SettingChange> changes, boolean insisting) {
    return new SettingChanges(the, scope, insisting).of(changes);
  }

  private Outcome of(List<SettingChange> changes) {
    var verdict = the.mayChange(scope);
    if (!verdict.allowed()) {
      return new Refused(verdict.rule(), SettingReplies.notAllowed(the, scope));
    }
    for (var change : changes) {
      if (!change.name().holdsFor(scope)) {
        return new Refused("setting of channels", SettingReplies.notPersonal(change.name()));
      }
      if (the.fixed(scope, change.name())) {
        return new Refused("reviewed file", SettingReplies.fixed(the, change.name()));
      }
    }
    var checked = new ArrayList<SettingChange>();
    for (var change : changes) {
      var value = change.value().map(written -> SettingChecks.check(change.name(), written, the));
      var doubt = value.flatMap(its -> doubt(its, change, changes));
      if (doubt.isPresent()) {
        return doubt.get();
      }
      checked.add(new SettingChange(change.name(), value.map(SettingChanges::kept)));
    }
    return done(checked, verdict.rule());
  }

  private static String kept(SettingChecks.Verdict verdict) {
    return switch (verdict) {
      case SettingChecks.Verdict.Fine(var value) -> value;
      case SettingChecks.Verdict.Unlisted(_, var value, _) -> value;
      case SettingChecks.Verdict.Wrong(var written, _) -> written;
    };
  }

  private Optional<Outcome> doubt(
      SettingChecks.Verdict verdict, SettingChange change, List<SettingChange> all) {
    return switch (verdict) {
      case SettingChecks.Verdict.Fine _ -> Optional.empty();
      case SettingChecks.Verdict.Wrong(var written, var expected) ->
          Optional.of(
              new Doubtful(
                  SettingReplies.wrong(change.name(), written, expected),
                  Optional.empty(),
                  Optional.empty()));
      case SettingChecks.Verdict.Unlisted(var name, var value, var near) ->
          insisting
              ? Optional.empty()
              : Optional.of(
                  new Doubtful(
                      SettingReplies.unlisted(name, value, near),
                      near.map(its -> with(all, change.name(), its)),
                      Optional.of(all)));
    };
  }

  private static List<SettingChange> with(List<SettingChange> all, SettingName name, String value) {
    return all.stream()
        .map(one -> one.name() == name ? new SettingChange(name, Optional.of(value)) : one)
        .toList();
  }

  private Outcome done(List<SettingChange> changes, String rule) {
    var before = the.chosen().of(scope);
    var after = before;
    var effects = new ArrayList<Effect>();
    for (var change : changes) {
      if (!SettingValues.written(before, change.name()).equals(change.value())) {
        effects.add(new Effect.Configure(the.key(scope), change, the.person()));
        effects.add(audit(change, rule));
        hearing(change).ifPresent(effects::add);
      }
      after = apply(after, change);
    }
    var now = the.after(scope, after);
    var text = Texts.in(now.language(), () -> SettingReplies.changed(the, now, scope, changes));
    return new Done(effects, !effects.isEmpty(), text, now.language());
  }

  /// Who wants messages without a mention to count is told when they do not arrive.
  private Optional<Effect> hearing(SettingChange change) {
    boolean turnedOn =
        change.name() == SettingName.LISTEN && change.value().equals(Optional.of("yes"));
    return turnedOn && !the.home() ? Optional.of(new Effect.CheckHearing()) : Optional.empty();
  }

  private static Defaults apply(Defaults to, SettingChange change) {
    return change
        .value()
        .map(value -> SettingValues.set(to, change.name(), value).orElseThrow())
        .orElseGet(() -> to.without(change.name()));
  }

  private Effect audit(SettingChange change, String rule) {
    var key = the.key(scope);
    var what = change.name().key() + "=" + change.value().orElse("");
    var subject = "%s %s %s".formatted(scope.word(), key.id(), what).replaceAll("\\s+", " ");
    return new Effect.Audit(the.person(), "settings", Words.cut(subject, 500), rule);
  }
}
