package dev.tiller.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsManifestTest {

  private static final Path FOLDER = Path.of("src/main/resources/manifests/teams");

  @Test
  void theBotWorksInTeamsGroupChatsAndPersonalChats() throws IOException {
    var bot = read().at("/bots/0");

    assertThat(texts(bot.path("scopes"))).containsExactly("team", "personal", "groupChat");
    assertThat(bot.path("commandLists")).hasSize(1);
    assertThat(texts(bot.at("/commandLists/0/scopes"))).isEqualTo(texts(bot.path("scopes")));
  }

  @Test
  void theCommandsAreThoseOfTheBotAndFitTeamsLengths() throws IOException {
    var commands = read().at("/bots/0/commandLists/0/commands");

    assertThat(commands.findValuesAsText("title"))
        .containsExactly("help", "list", "status", "stop");
    assertThat(commands.findValuesAsText("description"))
        .allSatisfy(it -> assertThat(it).hasSizeBetween(1, 128));
  }

  @Test
  void textsFitTeamsLengths() throws IOException {
    var manifest = read();

    assertThat(manifest.at("/name/short").asText()).hasSizeBetween(1, 30);
    assertThat(manifest.at("/name/full").asText()).hasSizeBetween(1, 100);
    assertThat(manifest.at("/description/short").asText()).hasSizeBetween(1, 80);
    assertThat(manifest.at("/description/full").asText()).hasSizeBetween(1, 4000);
  }

  @Test
  void itAsksForTheConsentThatTheReadmeExplainsAndNoOther() throws IOException {
    var manifest = read();
    var readme = Files.readString(Path.of("README.md"));

    assertThat(texts(manifest.findValues("resourceSpecific").getFirst().findValues("name")))
        .containsExactly("ChannelMessage.Read.Group", "ChatMessage.Read.Chat")
        .allSatisfy(it -> assertThat(readme).contains("`" + it + "`"));
    assertThat(manifest.at("/webApplicationInfo/id").asText()).isEqualTo("{{TEAMS_APP_ID}}");
    assertThat(manifest.at("/bots/0/supportsFiles").asBoolean()).isTrue();
    assertThat(manifest.path("manifestVersion").asText()).isEqualTo("1.22");
    assertThat(manifest.path("$schema").asText()).contains("/v1.22/");
  }

  @Test
  void theMenuOfMessagesHoldsTheCommandsThatTheReadmeExplains() throws IOException {
    var extension = read().path("composeExtensions");
    var commands = extension.at("/0/commands");
    var readme = Files.readString(Path.of("README.md"));

    assertThat(extension).hasSize(1);
    assertThat(extension.at("/0/botId").asText()).isEqualTo("{{TEAMS_APP_ID}}");
    assertThat(commands.findValuesAsText("id"))
        .containsExactly("sendToTiller", "followUp")
        .allSatisfy(it -> assertThat(readme).contains("`" + it + "`"));
    assertThat(commands)
        .allSatisfy(it -> {
          assertThat(texts(it.path("context"))).containsExactly("message");
          assertThat(it.path("type").asText()).isEqualTo("action");
          assertThat(it.path("fetchTask").asBoolean()).isTrue();
          assertThat(it.path("title").asText()).hasSizeBetween(1, 32);
          assertThat(it.path("description").asText()).hasSizeBetween(1, 128);
        });
  }

  @Test
  void itsPlaceholdersAreThoseThatTheReadmeExplains() throws IOException {
    var readme = Files.readString(Path.of("README.md"));

    assertThat(placeholders(read().toString()))
        .containsExactlyInAnyOrder(
            "{{TEAMS_APP_ID}}", "{{ORGANIZATION_NAME}}", "{{ORGANIZATION_URL}}")
        .allSatisfy(it -> assertThat(readme).contains("`" + it + "`"));
  }

  @ParameterizedTest
  @CsvSource({"color, 192, false", "outline, 32, true"})
  void theIconsHaveTeamsSizes(String name, int size, boolean transparent) throws IOException {
    var image = ImageIO.read(FOLDER.resolve(read().at("/icons/" + name).asText()).toFile());

    assertThat(List.of(image.getWidth(), image.getHeight())).containsOnly(size);
    assertThat(image.getColorModel().hasAlpha()).isEqualTo(transparent);
  }

  private static JsonNode read() throws IOException {
    return new ObjectMapper().readTree(FOLDER.resolve("manifest.json").toFile());
  }

  private static List<String> texts(Iterable<JsonNode> list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Set<String> placeholders(String text) {
    return Pattern.compile("\\{\\{\\w+}}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
