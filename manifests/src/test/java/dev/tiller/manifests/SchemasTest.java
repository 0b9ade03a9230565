package dev.tiller.manifests;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.manifests.Shape.Fields;
import dev.tiller.manifests.Shape.Flag;
import dev.tiller.manifests.Shape.Many;
import dev.tiller.manifests.Shape.Text;
import dev.tiller.manifests.Shape.Whole;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Filled manifests against each platform's own rules: Slack's manifest schema 2 and Teams' app
/// manifest schema 1.22, as far as the manifests use them. What they do not use counts as unknown.
class SchemasTest {

  private static final Text HTTPS = Text.like("https://[^\\s?#]+");
  private static final Text GUID = Text.like("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Fields SLACK =
      new Fields(
          Set.of("display_information", "features", "oauth_config", "settings"),
          Map.of(
              "_metadata", all(Map.of("major_version", new Whole())),
              "display_information",
                  all(
                      Map.of(
                          "name", Text.upTo(35),
                          "description", Text.upTo(140),
                          "long_description", new Text(175, 4000, "(?s).*"),
                          "background_color", Text.like("#[0-9a-f]{6}"))),
              "features",
                  all(
                      Map.of(
                          "app_home",
                              all(
                                  Map.of(
                                      "home_tab_enabled", new Flag(),
                                      "messages_tab_enabled", new Flag(),
                                      "messages_tab_read_only_enabled", new Flag())),
                          "bot_user",
                              all(
                                  Map.of(
                                      "display_name", new Text(1, 80, "[a-z0-9._-]+"),
                                      "always_online", new Flag())),
                          "shortcuts",
                              new Many(
                                  10,
                                  all(
                                      Map.of(
                                          "name", Text.upTo(24),
                                          "type", Text.like("message|global"),
                                          "callback_id", Text.upTo(255),
                                          "description", Text.upTo(150)))))),
              "oauth_config",
                  all(
                      Map.of(
                          "scopes",
                          all(Map.of("bot", new Many(255, Text.like("[a-z_.]+(:[a-z_.]+)?")))))),
              "settings",
                  new Fields(
                      Set.of("event_subscriptions", "interactivity", "socket_mode_enabled"),
                      Map.of(
                          "event_subscriptions",
                              new Fields(
                                  Set.of("bot_events"),
                                  Map.of(
                                      "request_url",
                                      HTTPS,
                                      "bot_events",
                                      new Many(100, Text.like("[a-z_.]+")))),
                          "interactivity",
                              new Fields(
                                  Set.of("is_enabled"),
                                  Map.of(
                                      "is_enabled", new Flag(),
                                      "request_url", HTTPS,
                                      "message_menu_options_url", HTTPS)),
                          "org_deploy_enabled", new Flag(),
                          "socket_mode_enabled", new Flag(),
                          "token_rotation_enabled", new Flag()))));

  private static final Many SCOPES = new Many(4, Text.like("team|personal|groupChat|copilot"));

  private static final Fields TEAMS =
      all(
          Map.ofEntries(
              entry("$schema", Text.like("https://developer.microsoft.com/.*/v1.22/.*")),
              entry("manifestVersion", Text.like("1\\.22")),
              entry("version", Text.like("\\d+\\.\\d+\\.\\d+")),
              entry("id", GUID),
              entry(
                  "developer",
                  all(
                      Map.of(
                          "name", Text.upTo(32),
                          "websiteUrl", HTTPS,
                          "privacyUrl", HTTPS,
                          "termsOfUseUrl", HTTPS))),
              entry("name", all(Map.of("short", Text.upTo(30), "full", Text.upTo(100)))),
              entry("description", all(Map.of("short", Text.upTo(80), "full", Text.upTo(4000)))),
              entry(
                  "icons",
                  all(
                      Map.of(
                          "color", Text.like("[a-z]+\\.png"),
                          "outline", Text.like("[a-z]+\\.png")))),
              entry("accentColor", Text.like("#[0-9A-Fa-f]{6}")),
              entry(
                  "bots",
                  new Many(
                      1,
                      all(
                          Map.of(
                              "botId", GUID,
                              "scopes", SCOPES,
                              "isNotificationOnly", new Flag(),
                              "supportsFiles", new Flag(),
                              "commandLists",
                                  new Many(
                                      3,
                                      all(
                                          Map.of(
                                              "scopes",
                                              SCOPES,
                                              "commands",
                                              new Many(
                                                  10,
                                                  all(
                                                      Map.of(
                                                          "title", Text.upTo(32),
                                                          "description", Text.upTo(128))))))))))),
              entry(
                  "composeExtensions",
                  new Many(
                      1,
                      all(
                          Map.of(
                              "botId",
                              GUID,
                              "commands",
                              new Many(
                                  10,
                                  all(
                                      Map.of(
                                          "id", Text.upTo(64),
                                          "type", Text.like("action|query"),
                                          "title", Text.upTo(32),
                                          "description", Text.upTo(128),
                                          "context",
                                              new Many(3, Text.like("message|compose|commandBox")),
                                          "fetchTask", new Flag()))))))),
              entry("webApplicationInfo", all(Map.of("id", GUID, "resource", Text.upTo(2048)))),
              entry(
                  "authorization",
                  all(
                      Map.of(
                          "permissions",
                          all(
                              Map.of(
                                  "resourceSpecific",
                                  new Many(
                                      16,
                                      all(
                                          Map.of(
                                              "name", Text.upTo(128),
                                              "type", Text.like("Application|Delegated")))))))))));

  private static Fields all(Map<String, Shape> known) {
    return new Fields(known.keySet(), known);
  }

  static Stream<String> names() {
    return Stream.of("Tiller", "X", "A name of exactly 30 letters..", "Ärger-Bot 2.0");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static ObjectNode teams(String name) throws Exception {
    var organization = new TeamsPackage.Organization("x".repeat(32), "https://acme.example/it");
    var id = "6F9619FF-8B86-4011-B42D-00C04FC964FF";
    return (ObjectNode) json(TeamsPackage.of(AppName.parse(name), id, organization).manifest());
  }

  @ParameterizedTest
  @MethodSource("names")
  void slackTakesTheManifestForSocketMode(String name) throws Exception {
    SLACK.check("", json(SlackManifest.socket(AppName.parse(name)).json()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void slackTakesTheManifestForHttp(String name) throws Exception {
    var url = "https://tiller.example.com:8443/bots";
    SLACK.check("", json(SlackManifest.http(AppName.parse(name), url).json()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void teamsTakesThePackage(String name) throws Exception {
    TEAMS.check("", teams(name));
  }

  @Test
  void theRulesFindWhatAPlatformRefuses() throws Exception {
    assertThatCode(() -> TEAMS.check("", teams("Tiller"))).doesNotThrowAnyException();
    refused(teams("Tiller").put("surprise", true), "/surprise is known");
    refused(teams("Tiller").put("accentColor", "blue"), "/accentColor");
    refused(teams("Tiller").without("id"), "/id is there");
    var long31 = teams("Tiller");
    long31.withObject("/name").put("short", "x".repeat(31));
    refused(long31, "/name/short");
  }

  private static void refused(JsonNode manifest, String where) {
    assertThatThrownBy(() -> TEAMS.check("", manifest))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(where);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-x", "a:b", "{{x}}", "a\"b", "a#b", "a\nb"})
  void aNameThatWouldNeedEscapingIsRefused(String name) {
    assertThatThrownBy(() -> AppName.parse(name)).isInstanceOf(BadManifest.class);
  }
}
