package dev.tiller.app.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The table of settings for people.
public final class SettingsReference {

  private SettingsReference() {}

  /// A Markdown table: name, default, meaning.
  public static String markdown() {
    return Arrays.stream(Setting.values())
        .map(it ->
            "| `%s` | %s | %s |\n"
                .formatted(it, it.fallback().isEmpty() ? "" : code(it), it.meaning()))
        .collect(
            Collectors.joining("", "| setting | default | meaning |\n| --- | --- | --- |\n", ""));
  }

  /// A list for a terminal: each name with its default, and the meaning below it.
  public static String plain() {
    return Arrays.stream(Setting.values())
        .map(it -> "  %s%s%n      %s%n".formatted(it, defaultOf(it), unmarked(it)))
        .collect(Collectors.joining());
  }

  private static String code(Setting setting) {
    return "`" + setting.fallback() + "`";
  }

  private static String defaultOf(Setting setting) {
    return setting.fallback().isEmpty() ? "" : " = " + setting.fallback();
  }

  private static String unmarked(Setting setting) {
    return setting.meaning().replace("`", "");
  }
}
