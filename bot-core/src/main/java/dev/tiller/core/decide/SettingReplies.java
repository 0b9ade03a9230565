package dev.tiller.core.decide;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the bot says about settings.
final class SettingReplies {

  private static final String UNSET = "not set";
  private static final int SHOWN = 120;

  private SettingReplies() {}

  static String notAllowed(SettingsCase the, Scope scope) {
    return switch (scope) {
      case PERSON -> "Everybody changes their own settings only. Nothing was changed.";
      case CHANNEL -> adminsOnly(the, "this channel's settings");
      case WORKSPACE -> adminsOnly(the, "this workspace's settings");
    };
  }

  /// Says who could do it instead.
  static String adminsOnly(SettingsCase the, String what) {
    return "Only admins can change " + what + ". " + whoCan(the) + " Nothing was changed.";
  }

  private static String whoCan(SettingsCase the) {
    var admins =
        the.reviewed().admins().stream()
            .filter(admin -> admin.platform() == the.thread().platform())
            .map(Admin::written)
            .sorted()
            .toList();
    if (admins.isEmpty()) {
      var you = Admin.of(the.thread().platform(), the.person()).written();
      return "There is none yet: whoever runs this bot must set TILLER_ADMINS, for you to "
          + you
          + ".";
    }
    var names = the.adminNames();
    if (names.isEmpty()) {
      return "Ask one of them: "
          + String.join(", ", admins.subList(0, Math.min(3, admins.size())))
          + ".";
    }
    return "Ask "
        + String.join(", ", names)
        + (admins.size() > names.size() ? " or another admin." : ".");
  }

  static String notPersonal(SettingName name) {
    return "“%s” is a setting of channels and of the workspace. Write settings channel %s=…"
            .formatted(name.label(), name.key())
        + ". Nothing was changed.";
  }

  static String fixed(SettingsCase the, SettingName name) {
    return "“%s” is set in the reviewed file (%s) and cannot be changed here. Change it there;"
            .formatted(name.label(), the.reviewed().file().orElse("TILLER_SETTINGS_FILE"))
        + " it takes effect within seconds. Nothing was changed.";
  }

  static String wrong(SettingName name, String written, String expected) {
    return "%s=%s is not %s Nothing was changed."
        .formatted(name.key(), Words.excerpt(written, SHOWN), expected);
  }

  static String unlisted(String what, String value, Optional<String> near) {
    return "Cursor lists no %s %s.%s Nothing was changed yet."
        .formatted(
            what,
            Words.excerpt(value, SHOWN),
            near.map(its -> " Did you mean " + Words.excerpt(its, SHOWN) + "?").orElse(""));
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
      var line = old.equals(now) ? now + ", as before" : old + " → " + now;
      var effective = after.effective(name);
      var differs = !effective.value().equals(now);
      lines.add(name.label() + ": " + line + (differs ? ". In effect here: " + effective : ""));
    }
    return String.join("\n", lines);
  }

  private static String shown(SettingsCase the, Scope scope, SettingName name) {
    return SettingValues.written(the.own(scope), name)
        .map(value -> the.shown(name, value))
        .orElse(UNSET);
  }

  private static String whose(ChatThread thread, Scope scope) {
    return switch (scope) {
      case CHANNEL -> "This channel's settings:";
      case PERSON -> "Your settings on " + thread.platform().label() + ":";
      case WORKSPACE -> "This workspace's settings:";
    };
  }

  /// The words for a scope at the end of a title.
  static String titleOf(Scope scope) {
    return switch (scope) {
      case CHANNEL -> "Settings of this channel";
      case PERSON -> "Your settings";
      case WORKSPACE -> "Settings of this workspace";
    };
  }
}
