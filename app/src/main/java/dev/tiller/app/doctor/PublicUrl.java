package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the public URL can be what the services call.
final class PublicUrl {

  private PublicUrl() {}

  static Optional<Finding> judge(Settings settings) {
    var url = settings.web().publicUrl();
    if (url.isEmpty()) {
      return Optional.of(
          needed(settings)
              ? Finding.of(Check.PUBLIC_URL, Symptom.URL_NOT_SET, "TILLER_PUBLIC_URL is not set")
              : Finding.ok(Check.PUBLIC_URL, "not needed: nobody has to call"));
    }
    return Optional.of(
        Addresses.loopback(url.get()) && callers(settings).anyMatch(it -> !Addresses.loopback(it))
            ? Finding.of(Check.PUBLIC_URL, Symptom.URL_LOCAL, url.get() + " is this machine")
            : Finding.ok(Check.PUBLIC_URL, url.get().toString()));
  }

  private static boolean needed(Settings settings) {
    return callers(settings).findAny().isPresent();
  }

  /// The services that call the bot.
  private static Stream<URI> callers(Settings settings) {
    var slack =
        settings.slack().filter(it -> it.signingSecret().isPresent() && it.appToken().isEmpty());
    return Stream.of(
            slack.map(Settings.Slack::apiUrl),
            settings.teams().map(Settings.Teams::openIdMetadataUrl),
            Optional.of(settings.cursor())
                .filter(it -> it.api() == Settings.CursorApi.V0)
                .map(Settings.Cursor::apiUrl))
        .flatMap(Optional::stream);
  }
}
