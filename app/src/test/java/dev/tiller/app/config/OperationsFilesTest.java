package dev.tiller.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The files that run Tiller on a server name settings that there are.
class OperationsFilesTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAME =
      Pattern.compile("\\b(?:SLACK|TEAMS|CURSOR|TILLER)_[A-Z_]+\\b");

  @Test
  void everySettingThatTheyNameIsOne() throws IOException {
    var known = new ArrayList<>(Names.all().toList());
    known.addAll(Names.LAUNCHER);
    var files =
        new ArrayList<>(
            List.of(
                ROOT.resolve("Dockerfile"),
                ROOT.resolve("compose.yaml"),
                ROOT.resolve(".env.example"),
                ROOT.resolve("docs/rotation.md")));
    try (var guides = Files.list(ROOT.resolve("docs/install"))) {
      guides.forEach(files::add);
    }

    for (var file : files) {
      var names = NAME.matcher(Files.readString(file)).results().map(it -> it.group()).toList();
      assertThat(known).as(file.toString()).containsAll(names);
    }
  }

  @Test
  void everySecretOfTheComposeFileIsAFileThatTheServiceGets() throws IOException {
    var compose = compose();
    var tiller = compose.path("services").path("tiller");

    var mounted = texts(tiller.path("secrets"));
    tiller.path("environment").properties().stream()
        .filter(it -> it.getKey().endsWith(Setting.FILE))
        .forEach(it ->
            assertThat(mounted)
                .as(it.getKey())
                .contains(it.getValue().asText().replace("/run/secrets/", "")));
    for (var service : compose.path("services")) {
      texts(service.path("secrets"))
          .forEach(name -> assertThat(compose.path("secrets").has(name)).as(name).isTrue());
    }
  }

  /// Under another user systemd would give the service's folder to that one.
  @Test
  void onAServerDoctorRunsAsTheServiceDoes() throws IOException {
    var unit = Files.readAllLines(ROOT.resolve("docs/install/tiller.service"));
    var properties =
        Pattern.compile("--property=(\\w+=\\S+)(?= --property| \\\\)")
            .matcher(Files.readString(ROOT.resolve("docs/install/server.md")))
            .results()
            .map(it -> it.group(1))
            .toList();

    assertThat(properties).contains("User=tiller", "EnvironmentFile=/etc/tiller/tiller.env");
    assertThat(unit).containsAll(properties.stream().filter(it -> !it.startsWith("User")).toList());
  }

  @Test
  void insideItsContainerTillerIsNobodyAndWritesNowhereElse() throws IOException {
    var tiller = compose().path("services").path("tiller");

    assertThat(tiller.path("read_only").asBoolean()).isTrue();
    assertThat(tiller.path("user").asText()).isEqualTo("10001:10001");
    assertThat(texts(tiller.path("cap_drop"))).containsExactly("ALL");
    assertThat(texts(tiller.path("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
    assertThat(Files.readString(ROOT.resolve("Dockerfile"))).contains("--uid 10001", "USER tiller");
  }

  @Test
  void everySupervisorWaitsUntilAStopInOrderIsOver() throws IOException {
    var tiller = compose().path("services").path("tiller");

    assertThat(tiller.path("stop_grace_period").asText()).isEqualTo("30s");
    assertThat(ROOT.resolve("docs/install/tiller.service"))
        .content()
        .contains("TimeoutStopSec=30", "SuccessExitStatus=143", "RestartPreventExitStatus=78");
  }

  private static JsonNode compose() throws IOException {
    return new YAMLMapper().readTree(ROOT.resolve("compose.yaml").toFile());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
