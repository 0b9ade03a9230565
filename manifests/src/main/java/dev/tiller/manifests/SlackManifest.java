package dev.tiller.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Set;
import java.util.TreeSet;

/// The Slack app manifest (Slack's manifest schema 2), ready to paste.
///
/// @param yaml with a reason beside each scope
public record SlackManifest(String yaml) {

  private static final String SOCKET = "slack/manifest.socket.yaml";
  private static final String HTTP = "slack/manifest.http.yaml";
  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// The app for Socket Mode, which needs no address.
  public static SlackManifest socket(AppName name) {
    return new SlackManifest(filled(SOCKET, name));
  }

  /// The app that Slack calls.
  ///
  /// @param publicUrl where the internet reaches the server
  public static SlackManifest http(AppName name, String publicUrl) throws BadManifest {
    var url = Template.https("the public URL", publicUrl);
    return new SlackManifest(filled(HTTP, name).replace("{{TILLER_PUBLIC_URL}}", url));
  }

  /// What the bot token of an app that was made from this version's manifests may do.
  public static Set<String> scopes() {
    return texts("/oauth_config/scopes/bot");
  }

  /// What such an app is told of.
  public static Set<String> events() {
    return texts("/settings/event_subscriptions/bot_events");
  }

  /// The same as JSON, without the reasons.
  public String json() {
    return tree().toPrettyString() + "\n";
  }

  private JsonNode tree() {
    return tree(yaml);
  }

  private static JsonNode tree(String yaml) {
    try {
      return JSON.readTree(YAML.readTree(yaml).toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the manifest is no YAML", e);
    }
  }

  private static Set<String> texts(String path) {
    var texts = new TreeSet<String>();
    socket(AppName.USUAL).tree().at(path).forEach(it -> texts.add(it.asText()));
    return texts;
  }

  private static String filled(String template, AppName name) {
    return Template.named(template, name)
        .replace("display_name: \"tiller\"", "display_name: \"" + name.handle() + '"');
  }
}
