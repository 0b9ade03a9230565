package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether somebody meant the bot to go through a proxy, which it does not read from the
/// environment.
final class Proxies {

  private Proxies() {}

  static Optional<Finding> judge(Map<String, String> environment, Settings settings) {
    var name =
        Stream.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
            .filter(it -> !environment.getOrDefault(it, "").isBlank())
            .findFirst();
    return name.filter(_ -> !Addresses.loopback(outside(settings)))
        .map(it ->
            Finding.of(
                Check.NETWORK, Symptom.PROXY_IGNORED, it + " is set, and has no effect", it));
  }

  private static URI outside(Settings settings) {
    return settings.cursor().apiUrl();
  }
}
