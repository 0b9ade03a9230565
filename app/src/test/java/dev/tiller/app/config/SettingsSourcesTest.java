package dev.tiller.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSourcesTest {

  private static final String COMPLETE =
      """
      SLACK_BOT_TOKEN: xoxb-1
      SLACK_SIGNING_SECRET: 0123
      CURSOR_API_KEY: cursor-key
      """;

  @TempDir Path folder;

  @Test
  void theFileIsReadAsItIsWritten() throws Exception {
    var settings = load(COMPLETE + "TILLER_PORT: 9000\nTILLER_DEFAULT_REPO:\n", Map.of());

    assertThat(settings.slack().orElseThrow().signingSecret().orElseThrow().reveal())
        .isEqualTo("0123");
    assertThat(settings.web().port()).isEqualTo(9000);
    assertThat(settings.defaultRepository()).isEmpty();
  }

  @Test
  void theEnvironmentWinsOverTheFileUnlessItIsEmpty() throws Exception {
    var environment = Map.of("TILLER_PORT", "9001", "CURSOR_API_KEY", "");

    var settings = load(COMPLETE + "TILLER_PORT: 9000\n", environment);

    assertThat(settings.web().port()).isEqualTo(9001);
    assertThat(settings.cursor().apiKey().reveal()).isEqualTo("cursor-key");
  }

  @Test
  void aListInTheFileIsAList() throws Exception {
    var keys = "TILLER_SECRET_KEY:\n  - " + "a".repeat(32) + "\n  - " + "b".repeat(32) + "\n";

    assertThat(load(COMPLETE + keys, Map.of()).keys().open()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TILLER_PROT: 1 | TILLER_PROT | Did you mean TILLER_PORT?",
        "colour: red | colour | no setting",
        "TILLER_PORT: {a: b} | TILLER_PORT | must be text",
      })
  void aNameOrShapeThatIsUnknownIsRefused(String line, String name, String text)
      throws IOException {
    assertThat(problems(COMPLETE + line, Map.of()))
        .anySatisfy(it -> assertThat(it.setting()).isEqualTo(name))
        .anySatisfy(it -> assertThat(it.mend()).contains(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CURSOR_API_KEY: hush", "  CURSOR: [hush", "\"hush"})
  void aFileThatIsNoYamlOrSetsANameTwiceIsRefusedWithoutItsText(String line) throws IOException {
    assertThat(problems(COMPLETE + line, Map.of()))
        .anySatisfy(it -> assertThat(it.toString()).contains("tiller.yaml").doesNotContain("hush"));
  }

  @Test
  void aFileThatIsMissingIsRefused() {
    assertThat(problems(Optional.of(folder.resolve("none.yaml")), Map.of()))
        .anySatisfy(it -> assertThat(it.toString()).contains("none.yaml", "no such file"));
  }

  @Test
  void aSecretCanBeInAFileOfItsOwn() throws Exception {
    var secret = Files.writeString(folder.resolve("key"), "from-file\n");
    var file = "SLACK_BOT_TOKEN: xoxb-1\nSLACK_SIGNING_SECRET: s\nCURSOR_API_KEY_FILE: " + secret;

    assertThat(load(file, Map.of()).cursor().apiKey().reveal()).isEqualTo("from-file");
  }

  @Test
  void aSecretFromAFileInTheEnvironmentWinsOverTheSettingsFile() throws Exception {
    var secret = Files.writeString(folder.resolve("key"), "from-file\n");

    var settings = load(COMPLETE, Map.of("CURSOR_API_KEY_FILE", secret.toString()));

    assertThat(settings.cursor().apiKey().reveal()).isEqualTo("from-file");
  }

  @Test
  void aSecretGivenTwiceOrInAMissingOrEmptyFileIsRefused() throws IOException {
    var empty = Files.createFile(folder.resolve("empty"));
    var environment =
        Map.of(
            "CURSOR_API_KEY",
            "k",
            "CURSOR_API_KEY_FILE",
            empty.toString(),
            "SLACK_BOT_TOKEN_FILE",
            empty.toString(),
            "TILLER_SECRET_KEY_FILE",
            folder + "/none");

    assertThat(problems(COMPLETE, environment))
        .extracting(Problem::setting)
        .containsExactlyInAnyOrder(
            "CURSOR_API_KEY_FILE", "SLACK_BOT_TOKEN_FILE", "TILLER_SECRET_KEY_FILE");
  }

  @ParameterizedTest
  @CsvSource({
    "TILLER_PROT, TILLER_PORT",
    "TILLER_SECRET_KEYS, TILLER_SECRET_KEY",
    "TILLER_SECRET_KEY_FIEL, TILLER_SECRET_KEY_FILE",
    "TEAMS_APP_PASSWD, TEAMS_APP_PASSWORD",
    "CURSOR_API_ULR, CURSOR_API_URL",
  })
  void aNearMissInTheEnvironmentIsAQuestion(String name, String meant) throws IOException {
    assertThat(problems(COMPLETE, Map.of(name, "1")))
        .containsExactly(new Problem(name, "is no setting. Did you mean " + meant + "?"));
  }

  @Test
  void aMisspeltSecretIsNamedBesideTheMissingOne() throws IOException {
    var problems =
        problems(
            "SLACK_BOT_TOKEN: xoxb-1\nCURSOR_API_KEY: k\n", Map.of("SLACK_SIGNIN_SECRET", "hush"));

    assertThat(problems)
        .extracting(Problem::setting)
        .containsExactlyInAnyOrder("SLACK_SIGNIN_SECRET", "SLACK_SIGNING_SECRET");
  }

  @Test
  void strangersWithOurPrefixesAreNoProblem() throws Exception {
    var environment =
        Map.of(
            "CURSOR_TRACE_ID", "1",
            "CURSOR_AGENT", "1",
            "CURSOR_CLI", "1",
            "SLACK_CHANNEL", "1",
            "SLACK_BOT_TOKENS", "1",
            "TILLER_JAVA_OPTS", "-Xmx1g",
            "TILLER_SERVICE_HOST", "10.0.0.1");

    assertThat(load(COMPLETE, environment).notices())
        .containsExactlyInAnyOrder(
            "SLACK_BOT_TOKENS is no setting and is ignored.",
            "TILLER_SERVICE_HOST is no setting and is ignored.");
  }

  private Settings load(String yaml, Map<String, String> environment)
      throws IOException, BadSettings {
    return Settings.load(environment, Optional.of(file(yaml)));
  }

  private List<Problem> problems(String yaml, Map<String, String> environment) throws IOException {
    return problems(Optional.of(file(yaml)), environment);
  }

  private static List<Problem> problems(Optional<Path> file, Map<String, String> environment) {
    return catchThrowableOfType(
            BadSettings.class, () -> Settings.load(new HashMap<>(environment), file))
        .problems();
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("tiller.yaml"), yaml);
  }
}
