package dev.tiller.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the settings already say that a manifest needs. There need be none yet.
///
/// @param publicUrl as it is written, unchecked
/// @param socketMode whether Slack's events are to be fetched
/// @param teamsAppId as it is written, unchecked
public record ManifestDefaults(
    Optional<String> publicUrl, boolean socketMode, Optional<String> teamsAppId) {

  /// @param file absent when there is none
  /// @throws BadSettings when the file or a name in it cannot be made sense of
  public static ManifestDefaults load(Map<String, String> environment, Optional<Path> file)
      throws BadSettings {
    var values = new Sources().read(environment, file);
    if (!values.problems().isEmpty()) {
      throw new BadSettings(values.problems());
    }
    return new ManifestDefaults(
        values.optional(Setting.TILLER_PUBLIC_URL),
        values.has(Setting.SLACK_APP_TOKEN),
        values.optional(Setting.TEAMS_APP_ID));
  }
}
