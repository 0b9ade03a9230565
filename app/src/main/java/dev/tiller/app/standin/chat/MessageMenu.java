package dev.tiller.app.standin.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The entries that the product's own manifests add to the menus of messages, so that the
/// stand-ins offer what an installed app would.
public final class MessageMenu {

  private MessageMenu() {}

  /// An entry.
  ///
  /// @param id what the bot is told: Slack: the `callback_id`; Teams: the command's `id`
  public record Entry(String id, String label) {}

  /// Slack's message shortcuts (app manifest, `features.shortcuts`).
  public static List<Entry> ofSlack() {
    return manifest("slack/manifest.http.yaml")
        .at("/features/shortcuts")
        .valueStream()
        .filter(it -> it.path("type").asText().equals("message"))
        .map(it -> new Entry(it.path("callback_id").asText(), it.path("name").asText()))
        .toList();
  }

  /// Teams' message actions (app manifest, `composeExtensions`).
  public static List<Entry> ofTeams() {
    return manifest("teams/manifest.json")
        .path("composeExtensions")
        .valueStream()
        .flatMap(it -> it.path("commands").valueStream())
        .filter(it -> it.path("context").valueStream().anyMatch(at -> at.asText().equals("message")))
        .map(it -> new Entry(it.path("id").asText(), it.path("title").asText()))
        .toList();
  }

  /// JSON is YAML, too.
  private static JsonNode manifest(String name) {
    try (var in = MessageMenu.class.getResourceAsStream("/manifests/" + name)) {
      return YAMLMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the manifest " + name + " cannot be read", e);
    }
  }
}
