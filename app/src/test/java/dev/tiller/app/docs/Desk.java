package dev.tiller.app.docs;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.distribution.Distribution;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.slack.SlackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reader has in front of them: a folder with the launcher and a built Tiller, and services,
/// here stand-ins, with their secrets.
final class Desk implements AutoCloseable {

  /// A line of YAML that says a value which readers replace by their own.
  private static final Pattern OWN = Pattern.compile("(?m)^([A-Z_]+): *(.*(?:…|example\\.com).*)$");

  private final Path folder;
  private final int port;
  private final Map<String, String> services;

  Desk(Path folder, StandIns standIns) throws IOException {
    this.folder = folder;
    port = freePort();
    services = new HashMap<>(standIns.settings(CursorApi.V1));
    services.put("SLACK_APP_TOKEN", SlackSettings.playground().appToken());
    services.put("TILLER_PUBLIC_URL", bot().toString());
    Files.copy(Distribution.launcher(), folder.resolve("tiller"));
    Files.createSymbolicLink(folder.resolve("app"), Distribution.folder().resolve("app"));
  }

  Path folder() {
    return folder;
  }

  /// Where a bot listens that is started here.
  URI bot() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// What a process started here finds in its environment: where the stand-ins are, no secrets.
  Map<String, String> environment() {
    var environment = new HashMap<>(services);
    environment.keySet().removeIf(name -> !name.endsWith("_URL") && !name.endsWith("_HOSTS"));
    environment.remove("TILLER_PUBLIC_URL");
    environment.put("TILLER_PORT", String.valueOf(port));
    environment.putAll(Distribution.environment());
    environment.put("HOME", folder.toString());
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    return environment;
  }

  /// The document's text with the stand-ins' values where readers put their own.
  ///
  /// @throws IllegalStateException when there is a setting for which no stand-in has a value
  String filledIn(String yaml) {
    return OWN.matcher(yaml)
        .replaceAll(it -> {
          var value = services.get(it.group(1));
          if (value == null) {
            throw new IllegalStateException("nobody knows a value for " + it.group(1));
          }
          return it.group(1) + ": " + Matcher.quoteReplacement(value);
        });
  }

  /// Leaves nothing that leads elsewhere.
  @Override
  public void close() throws IOException {
    Files.delete(folder.resolve("app"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
