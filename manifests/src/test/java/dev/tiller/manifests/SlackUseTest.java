package dev.tiller.manifests;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The manifest asks for what the adapter uses, and for nothing else. What needs which scope is
/// from Slack's reference pages of methods and events (2026).
class SlackUseTest {

  private static final Path ADAPTER = Path.of("../slack-adapter/src/main/java");
  private static final Set<String> HISTORY =
      Set.of("channels:history", "groups:history", "im:history", "mpim:history");

  private static final Map<String, Set<String>> METHODS =
      Map.ofEntries(
          entry("agents.sessions.setStatus", Set.of("chat:write")),
          entry("apps.connections.open", Set.of()), // by the app-level token
          entry("auth.test", Set.of()),
          entry("chat.postEphemeral", Set.of("chat:write")),
          entry("chat.postMessage", Set.of("chat:write")),
          entry("chat.update", Set.of("chat:write")),
          entry("conversations.history", HISTORY),
          entry("conversations.open", Set.of("im:write")),
          entry("conversations.replies", HISTORY),
          entry("files.completeUploadExternal", Set.of("files:write")),
          entry("files.getUploadURLExternal", Set.of("files:write")),
          entry("files.info", Set.of("files:read")),
          entry("reactions.add", Set.of("reactions:write")),
          entry("reactions.remove", Set.of("reactions:write")),
          entry("users.info", Set.of("users:read")),
          entry("views.open", Set.of()),
          entry("views.publish", Set.of()));

  /// Every event that an adapter of a bot might read.
  private static final Map<String, Map<String, Set<String>>> EVENTS =
      Map.ofEntries(
          entry("app_home_opened", Map.of("app_home_opened", Set.of())),
          entry("app_mention", Map.of("app_mention", Set.of("app_mentions:read"))),
          entry("app_uninstalled", Map.of("app_uninstalled", Set.of())),
          entry("channel_archive", Map.of("channel_archive", Set.of("channels:read"))),
          entry("channel_left", Map.of("channel_left", Set.of("channels:read"))),
          entry("channel_rename", Map.of("channel_rename", Set.of("channels:read"))),
          entry("link_shared", Map.of("link_shared", Set.of("links:read"))),
          entry(
              "member_joined_channel",
              Map.of("member_joined_channel", Set.of("channels:read", "groups:read"))),
          entry(
              "member_left_channel",
              Map.of("member_left_channel", Set.of("channels:read", "groups:read"))),
          entry(
              "message",
              Map.of(
                  "message.channels", Set.of("channels:history"),
                  "message.groups", Set.of("groups:history"),
                  "message.im", Set.of("im:history"),
                  "message.mpim", Set.of("mpim:history"))),
          entry("reaction_added", Map.of("reaction_added", Set.of("reactions:read"))),
          entry("reaction_removed", Map.of("reaction_removed", Set.of("reactions:read"))),
          entry("team_join", Map.of("team_join", Set.of("users:read"))),
          entry("tokens_revoked", Map.of("tokens_revoked", Set.of())),
          entry("user_change", Map.of("user_change", Set.of("users:read"))));

  private static final Pattern METHOD =
      Pattern.compile(
          "\"((?:agents|apps|auth|bookmarks|bots|chat|conversations|emoji|files|pins|reactions|team"
              + "|usergroups|users|views)\\.[a-zA-Z.]+)\"");
  private static final Pattern WORD = Pattern.compile("\"([a-z_]+)\"");

  @Test
  void theScopesAreThoseThatTheAdapterNeeds() throws IOException {
    var needed = new TreeSet<String>();
    needed.add("commands"); // for the shortcuts
    for (var method : calledMethods()) {
      assertThat(METHODS).as("what scope does it need?").containsKey(method);
      needed.addAll(METHODS.getOrDefault(method, Set.of()));
    }
    readEvents().forEach(event -> subscribed(event).values().forEach(needed::addAll));

    assertThat(SlackManifest.scopes()).isEqualTo(needed);
  }

  @Test
  void theEventsAreThoseThatTheAdapterReads() throws IOException {
    var read =
        readEvents().stream()
            .flatMap(event -> subscribed(event).keySet().stream())
            .collect(Collectors.toSet());

    assertThat(SlackManifest.events()).isEqualTo(read);
  }

  @Test
  void theSocketManifestIsTheSameAppAsTheOther() throws Exception {
    var http = SlackManifest.http(AppName.USUAL, "https://tiller.example.com").yaml();

    for (var scope : SlackManifest.scopes()) {
      assertThat(http).contains("- " + scope + " #");
      assertThat(SlackManifest.socket(AppName.USUAL).yaml()).contains("- " + scope + " #");
    }
    for (var event : SlackManifest.events()) {
      assertThat(http).contains("- " + event + "\n");
    }
  }

  private static Map<String, Set<String>> subscribed(String event) {
    return EVENTS.getOrDefault(event, Map.of());
  }

  private static Set<String> calledMethods() throws IOException {
    return words(METHOD).collect(Collectors.toSet());
  }

  private static Set<String> readEvents() throws IOException {
    return words(WORD).filter(EVENTS::containsKey).collect(Collectors.toSet());
  }

  private static Stream<String> words(Pattern pattern) throws IOException {
    try (var files = Files.walk(ADAPTER)) {
      var texts = new TreeSet<String>();
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        pattern.matcher(Files.readString(file)).results().forEach(it -> texts.add(it.group(1)));
      }
      return texts.stream();
    }
  }
}
