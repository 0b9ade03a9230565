package dev.tiller.manifests;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How people see the app: as its name in the platform's lists, and as who writes.
///
/// @param text fits both platforms, and needs no escaping in YAML and JSON
public record AppName(String text) {

  /// The name that the manifests have without another.
  public static final AppName USUAL = new AppName("Tiller");

  /// Teams: 30 characters (manifest schema 1.22, `name.short`); Slack: 35.
  private static final int LONGEST = 30;

  /// Slack's limit for the name of a shortcut (manifest schema 2).
  private static final int LONGEST_SHORTCUT = 24;

  private static final Pattern GOOD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]*");
  private static final Pattern NO_HANDLE = Pattern.compile("[^a-z0-9._-]+");

  public static AppName parse(String text) throws BadManifest {
    var name = text.strip();
    if (name.length() > LONGEST || !GOOD.matcher(name).matches()) {
      throw new BadManifest(
          "the name must have 1 to 30 letters, digits, spaces, dots and hyphens, a letter or digit"
              + " first.");
    }
    return new AppName(name);
  }

  /// As Slack writes a bot's name after an `@`.
  public String handle() {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    var handle = NO_HANDLE.matcher(plain.replace(' ', '-')).replaceAll("");
    return handle.isEmpty() ? "tiller" : handle;
  }

  /// What stands in the menu of every message.
  String shortcut() {
    var entry = "Send to " + text;
    return entry.length() <= LONGEST_SHORTCUT ? entry : "Send to an agent";
  }
}
