package dev.tiller.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackManifestTest {

  private static final Path FOLDER = Path.of("src/main/resources/manifests/slack");
  private static final Path ADAPTER = Path.of("../slack-adapter/src/main/java");

  /// The one scope without a colon.
  private static final String COMMANDS = "commands";

  private static final String HOME_OPENED = "app_home_opened";
  private static final String UNINSTALLED = "app_uninstalled";
  private static final Set<String> EVENTS =
      Set.of(
          "app_mention",
          "member_joined_channel",
          "message.channels",
          "message.groups",
          "message.im",
          "message.mpim",
          "reaction_added");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern METHOD =
      Pattern.compile(
          "\"((?:agents|auth|bots|chat|conversations|files|reactions|team|users|views)\\.[a-zA-Z.]+)\"");
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  @ParameterizedTest
  @ValueSource(strings = {"manifest.http.yaml", "manifest.socket.yaml"})
  void itKeepsToSlacksLengths(String file) throws IOException {
    var display = read(file).path("display_information");

    assertThat(display.path("name").asText()).hasSizeBetween(1, 35);
    assertThat(display.path("description").asText()).hasSizeBetween(1, 140);
    assertThat(display.path("long_description").asText()).hasSizeBetween(175, 4000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.http.yaml", "manifest.socket.yaml"})
  void eachScopeHasItsReasonInTheReadmeAndNoOtherDoes(String file) throws IOException {
    var explained =
        column(1).stream()
            .filter(it -> it.contains(":") || it.equals(COMMANDS))
            .collect(Collectors.toSet());

    assertThat(texts(read(file).at("/oauth_config/scopes/bot"))).isEqualTo(explained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.http.yaml", "manifest.socket.yaml"})
  void eachEventHasItsScope(String file) throws IOException {
    var explained = column(3).stream().filter(EVENTS::contains);

    var needed = explained.collect(Collectors.toSet());
    needed.addAll(Set.of(HOME_OPENED, UNINSTALLED));
    assertThat(texts(read(file).at("/settings/event_subscriptions/bot_events"))).isEqualTo(needed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.http.yaml", "manifest.socket.yaml"})
  void peopleHaveAHomeThatTheBotIsToldOf(String file) throws IOException {
    assertThat(read(file).at("/features/app_home/home_tab_enabled").asBoolean()).isTrue();
    assertThat(Files.readString(Path.of("README.md")))
        .contains("event `" + HOME_OPENED + "`", "event `" + UNINSTALLED + "`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.http.yaml", "manifest.socket.yaml"})
  void theShortcutsAreThoseThatTheAdapterKnows(String file) throws IOException {
    var adapter = Files.readString(ADAPTER.resolve("dev/tiller/slack/SlackShortcuts.java"));
    var shortcuts = read(file).at("/features/shortcuts");

    assertThat(shortcuts)
        .hasSize(2)
        .allSatisfy(shortcut -> {
          assertThat(shortcut.path("type").asText()).isEqualTo("message");
          assertThat(shortcut.path("name").asText()).hasSizeBetween(1, 24);
          assertThat(shortcut.path("description").asText()).hasSizeBetween(1, 150);
          assertThat(adapter).contains('"' + shortcut.path("callback_id").asText() + '"');
        });
  }

  /// Slack refuses a manifest with shortcuts and without it.
  @ParameterizedTest
  @ValueSource(strings = {"manifest.http.yaml", "manifest.socket.yaml"})
  void shortcutsHaveTheirScope(String file) throws IOException {
    var manifest = read(file);

    assertThat(manifest.at("/features/shortcuts")).isNotEmpty();
    assertThat(texts(manifest.at("/oauth_config/scopes/bot"))).contains(COMMANDS);
  }

  @Test
  void eachEventThatTheAdapterReadsIsExplained() throws IOException {
    var readme = Files.readString(Path.of("README.md"));

    for (var event : List.of("reaction_added", "agent_session_stopped")) {
      assertThat(Files.readString(ADAPTER.resolve("dev/tiller/slack/SlackStops.java")))
          .contains('"' + event + '"');
      assertThat(readme).contains("event `" + event + "`");
    }
  }

  @Test
  void eachMethodThatTheAdapterCallsIsExplained() throws IOException {
    var explained = column(3);
    explained.addAll(Set.of("views.open", "views.publish", "auth.test"));
    try (var files = Files.walk(ADAPTER)) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        var called = METHOD.matcher(Files.readString(file)).results().map(it -> it.group(1));

        assertThat(explained).as(file.toString()).containsAll(called.toList());
      }
    }
  }

  @Test
  void overHttpEverythingGoesToTheBotsAddress() throws IOException {
    var settings = read("manifest.http.yaml").path("settings");

    assertThat(settings.at("/event_subscriptions/request_url").asText())
        .isEqualTo("{{TILLER_PUBLIC_URL}}/slack/events")
        .isEqualTo(settings.at("/interactivity/request_url").asText())
        .isEqualTo(settings.at("/interactivity/message_menu_options_url").asText());
    assertThat(settings.path("socket_mode_enabled").asBoolean()).isFalse();
  }

  @Test
  void overASocketThereIsNoAddress() throws IOException {
    var settings = read("manifest.socket.yaml").path("settings");

    assertThat(settings.findValues("request_url")).isEmpty();
    assertThat(settings.findValues("message_menu_options_url")).isEmpty();
    assertThat(settings.path("socket_mode_enabled").asBoolean()).isTrue();
    assertThat(settings.at("/interactivity/is_enabled").asBoolean()).isTrue();
  }

  private static JsonNode read(String file) throws IOException {
    return YAML.readTree(FOLDER.resolve(file).toFile());
  }

  private static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  /// The words in code style in a column of the README's table of scopes.
  private static Set<String> column(int number) throws IOException {
    var words = new HashSet<String>();
    for (var line : Files.readAllLines(Path.of("README.md"))) {
      var cells = line.split("\\|", -1);
      if (line.startsWith("| `") && cells.length == 5) {
        CODE.matcher(cells[number]).results().forEach(it -> words.add(it.group(1)));
      }
    }
    return words;
  }
}
