package dev.tiller.app.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/// The table of settings for people.
public final class SettingsReference {

  private static final int WIDTH = 118;

  /// What the shortest installation fills in: Slack by Socket Mode and Cursor's API v1.
  private static final Set<Setting> FIRST =
      EnumSet.of(Setting.SLACK_BOT_TOKEN, Setting.SLACK_APP_TOKEN, Setting.CURSOR_API_KEY);

  private static final String HEAD =
      """
      # All settings of Tiller. Copy this file to .env and fill in what you need: Cursor and at least one chat platform.
      # What is empty counts as absent; what stands behind a # has the default that it shows.
      # A secret can be in a file of its own instead: SLACK_BOT_TOKEN_FILE=/run/secrets/slack_bot_token, and so on.

      """;

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

  /// A file of environment variables to start from, as Docker and systemd read it. What has no line
  /// of its own without a `#` before it has its default.
  public static String environment() {
    var groups =
        Arrays.stream(Setting.values())
            .collect(
                Collectors.groupingBy(
                    SettingsReference::group, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream()
        .map(group ->
            group.stream().map(SettingsReference::variable).collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n", HEAD, ""));
  }

  private static String group(Setting setting) {
    return setting.name().substring(0, setting.name().indexOf('_'));
  }

  private static String variable(Setting setting) {
    var comment = WordUtils.wrap(unmarked(setting), WIDTH, "\n# ", false);
    var mark = FIRST.contains(setting) ? "" : "#";
    return "# %s\n%s%s=%s\n".formatted(comment, mark, setting, setting.fallback());
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
