package dev.tiller.core.decide;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the bot says about settings.
final class SettingReplies {

  private static final int SHOWN = 120;

  private SettingReplies() {}

  static String notAllowed(SettingsCase the, Scope scope) {
    return switch (scope) {
      case PERSON -> Texts.get("setting.own-only");
      case CHANNEL -> Texts.get("setting.admins-channel", whoCan(the));
      case WORKSPACE -> Texts.get("setting.admins-workspace", whoCan(the));
    };
  }

  /// A sentence that says who could do it instead.
  static String whoCan(SettingsCase the) {
    var admins =
        the.reviewed().admins().stream()
            .filter(admin -> admin.platform() == the.thread().platform())
            .map(Admin::written)
            .sorted()
            .toList();
    if (admins.isEmpty()) {
      var you = Admin.of(the.thread().platform(), the.person()).written();
      return Texts.get("setting.no-admins", you);
    }
    var names = the.adminNames();
    if (names.isEmpty()) {
      return Texts.get(
          "setting.ask-ids", String.join(", ", admins.subList(0, Math.min(3, admins.size()))));
    }
    var some = String.join(", ", names);
    return admins.size() > names.size()
        ? Texts.get("setting.ask-or-another", some)
        : Texts.get("setting.ask", some);
  }

  static String notPersonal(SettingName name) {
    return Texts.get("setting.not-personal", name.label(), name.key());
  }

  static String fixed(SettingsCase the, SettingName name) {
    return Texts.get(
        "setting.fixed", name.label(), the.reviewed().file().orElse("TILLER_SETTINGS_FILE"));
  }

  static String wrong(SettingName name, String written, String expected) {
    return Texts.get("setting.wrong", name.key(), Words.excerpt(written, SHOWN), expected);
  }

  static String unlisted(SettingName name, String value, Optional<String> near) {
    var shown = Words.excerpt(value, SHOWN);
    var meant = near.map(its -> Words.excerpt(its, SHOWN));
    return name == SettingName.MODEL
        ? meant
            .map(its -> Texts.get("setting.no-such-model-near", shown, its))
            .orElseGet(() -> Texts.get("setting.no-such-model", shown))
        : meant
            .map(its -> Texts.get("setting.no-such-repository-near", shown, its))
            .orElseGet(() -> Texts.get("setting.no-such-repository", shown));
  }

  /// Each old and new value, and what holds now where that is something else.
  static String changed(
      SettingsCase before, SettingsCase after, Scope scope, List<SettingChange> changes) {
    var lines = new ArrayList<String>();
    lines.add(whose(before.thread(), scope));
    for (var change : changes) {
      var name = change.name();
      var old = shown(before, scope, name);
      var now = shown(after, scope, name);
      var line = old.equals(now) ? Texts.get("setting.as-before", now) : old + " → " + now;
      var effective = after.effective(name);
      var differs = !effective.value().equals(now);
      lines.add(
          differs
              ? Texts.get("setting.line-differs", name.label(), line, effective)
              : Texts.get("setting.line", name.label(), line));
    }
    return String.join("\n", lines);
  }

  private static String shown(SettingsCase the, Scope scope, SettingName name) {
    return SettingValues.written(the.own(scope), name)
        .map(value -> the.shown(name, value))
        .orElseGet(() -> Texts.get("setting.not-set"));
  }

  private static String whose(ChatThread thread, Scope scope) {
    return switch (scope) {
      case CHANNEL -> Texts.get("setting.whose-channel");
      case PERSON -> Texts.get("setting.whose-person", thread.platform().label());
      case WORKSPACE -> Texts.get("setting.whose-workspace");
    };
  }

  /// The words for a scope at the end of a title.
  static String titleOf(Scope scope) {
    return switch (scope) {
      case CHANNEL -> Texts.get("setting.title-channel");
      case PERSON -> Texts.get("setting.title-person");
      case WORKSPACE -> Texts.get("setting.title-workspace");
    };
  }
}
