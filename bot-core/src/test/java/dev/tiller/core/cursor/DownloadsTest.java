package dev.tiller.core.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.agents.AgentRecords.Content;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DownloadsTest {

  private static final AgentId AGENT = new AgentId("bc-1");
  private static final Artifact PICTURE = new Artifact("artifacts/a b.png", 5);

  private final ScriptedCursor cursor = new ScriptedCursor();
  private final ScriptedServer storage = new ScriptedServer();

  @AfterEach
  void close() {
    storage.close();
    cursor.close();
  }

  private Content fetch(ApiVersion version, long most) {
    cursor.server.answer(200, "{\"url\":\"" + storage.url() + "/x?sig=1\",\"expiresAt\":\"t\"}");
    return cursor.service(version).records().fetch(AGENT, PICTURE, most);
  }

  @ParameterizedTest
  @EnumSource(ApiVersion.class)
  void anArtifactIsFetchedWithoutShowingTheKey(ApiVersion version) {
    storage.answer(200, Map.of("Content-Type", "image/png"), "bytes");

    var content = (Content.Bytes) fetch(version, 5);

    assertThat(content.content()).asString(StandardCharsets.UTF_8).isEqualTo("bytes");
    assertThat(content.mediaType()).isEqualTo("image/png");
    assertThat(cursor.server.received().getFirst().path())
        .isEqualTo(
            "/" + version.word() + "/agents/bc-1/artifacts/download?path=artifacts%2Fa%20b.png");
    var request = storage.received().getFirst();
    assertThat(request.path()).isEqualTo("/x?sig=1");
    assertThat(request.header("Authorization")).isEmpty();
    assertThat(request.headers().toString()).doesNotContain("crsr_");
  }

  @Test
  void anEmptyArtifactIsOne() {
    storage.answer(200, Map.of(), "");

    var content = (Content.Bytes) fetch(ApiVersion.V1, 0);

    assertThat(content.content()).isEmpty();
    assertThat(content.mediaType()).isEqualTo("application/octet-stream");
  }

  @Test
  void whatIsLargerThanWantedIsLeftWhereItIs() {
    storage.answer(200, "bytes!");

    assertThat(fetch(ApiVersion.V1, 5)).isInstanceOf(Content.TooLarge.class);
  }

  @Test
  void whatTurnsOutLargerThanWantedIsNotReadToItsEnd() {
    storage.streamThenSilence("byt", "es!", "and more");

    assertThat(fetch(ApiVersion.V1, 5)).isInstanceOf(Content.TooLarge.class);
  }

  @Test
  void aDownloadThatIsCutOffIsNotTakenForTheWhole() {
    storage.then(exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    });

    assertThatThrownBy(() -> fetch(ApiVersion.V1, 5000)).isInstanceOf(NotNow.class);
  }

  @Test
  void redirectsAreNotFollowed() {
    storage.answer(302, Map.of("Location", storage.url() + "/elsewhere"), "");

    assertThatThrownBy(() -> fetch(ApiVersion.V1, 5)).isInstanceOf(Gone.class);
    assertThat(storage.received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void whatIsNotThereAnyMoreIsGone(int status) {
    storage.answer(status, "<Error><Code>NoSuchKey</Code></Error>");

    assertThatThrownBy(() -> fetch(ApiVersion.V1, 5)).isInstanceOf(Gone.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void aStorageInTroubleIsNotNow(int status) {
    storage.answer(status, "");

    assertThatThrownBy(() -> fetch(ApiVersion.V1, 5)).isInstanceOf(NotNow.class);
  }

  @Test
  void aSlowDownloadIsGivenUp() {
    storage.streamThenSilence("byt");
    var impatient = new Downloads(storage.url(), Duration.ofMillis(200), cursor.httpClient());

    assertThatThrownBy(() -> impatient.fetch(Optional.of(storage.url() + "/x"), 500))
        .isInstanceOf(NotNow.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "storage.example/x",
        "http://storage.example/x",
        "http://127.0.0.1.storage.example/x",
        "http://10.0.0.1/x",
        "ftp://storage.example/x",
        "file:///etc/passwd",
        "https://key@storage.example/x",
        "https:///x",
        "http://[::2]/x"
      })
  void anAddressThatIsNotSafeIsNotAsked(String url) {
    var strict = strict();

    assertThatThrownBy(() -> strict.fetch(Optional.of(url), 5))
        .isInstanceOf(NotNow.class)
        .hasMessage("unusable_link");
  }

  @Test
  void plainHttpIsFineOnThisMachine() {
    storage.answer(200, "bytes");

    assertThat(strict().fetch(Optional.of(storage.url() + "/x"), 5))
        .isInstanceOf(Content.Bytes.class);
  }

  private Downloads strict() {
    return new Downloads(
        URI.create("https://api.cursor.com"), Duration.ofSeconds(30), cursor.httpClient());
  }
}
