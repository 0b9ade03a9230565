package dev.tiller.app.doctor;

import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.chat.Faults;
import dev.tiller.app.standin.cursor.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Healthy services, and settings that fit them.
final class Clinic implements AutoCloseable {

  static final String KEY = "0123456789abcdef0123456789abcdef";

  static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5));

  private final StandIns standIns;
  private final Path folder;

  /// @param folder where databases may be made
  Clinic(Path folder) throws IOException {
    this.standIns = new StandIns(Ports.ANY, Options.playground());
    this.folder = folder;
  }

  StandIns services() {
    return standIns;
  }

  Path folder() {
    return folder;
  }

  /// The settings of a bot for which everything is well, with changes.
  ///
  /// @param changes names and values by turns; an empty value takes a setting away
  Settings settings(String... changes) throws BadSettings {
    return Settings.load(environment(changes), Optional.empty());
  }

  Map<String, String> environment(String... changes) {
    var settings = new HashMap<>(standIns.settings(CursorApi.V0));
    var port = String.valueOf(freePort());
    settings.put("TILLER_PORT", port);
    settings.put("TILLER_PUBLIC_URL", "http://127.0.0.1:" + port);
    settings.put("TILLER_DATABASE_URL", "jdbc:h2:" + folder.resolve("tiller"));
    settings.put("TILLER_SECRET_KEY", KEY);
    for (int i = 0; i < changes.length; i += 2) {
      settings.put(changes[i], changes[i + 1]);
    }
    return settings;
  }

  Report examined(Settings settings) throws InterruptedException {
    return doctor().examine(settings);
  }

  Doctor doctor() {
    return new Doctor(Map.of(), InstantSource.system(), PATIENCE);
  }

  Web web() {
    return Web.direct(PATIENCE, new Clocks(), InstantSource.system());
  }

  /// What is found at the bot's way in.
  List<Finding> inbound(Settings settings) throws InterruptedException {
    return inbound(settings, PATIENCE);
  }

  List<Finding> inbound(Settings settings, Patience patience) throws InterruptedException {
    return new Doctor(Map.of(), InstantSource.system(), patience).examine(settings).findings();
  }

  static Faults.Fault answer(String json) {
    return Faults.Fault.Answer.json(200, json);
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no port is free", e);
    }
  }

  @Override
  public void close() {
    standIns.close();
  }
}
