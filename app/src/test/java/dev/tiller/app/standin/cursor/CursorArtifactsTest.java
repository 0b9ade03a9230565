package dev.tiller.app.standin.cursor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CursorArtifactsTest extends CursorStandInTestBase {

  @Test
  void aFinishedRunLeavesFilesThatBothVersionsList() throws IOException {
    var made = finished("x");

    assertThat(client.get(made.path() + "/artifacts").json().path("items"))
        .extracting(item -> item.path("path").asText())
        .containsExactly(
            "artifacts/screenshot.png",
            "artifacts/demo.mp4",
            "artifacts/test-output.log",
            "artifacts/report.md");
    assertThat(client.get(made.v0() + "/artifacts").json().path("artifacts"))
        .extracting(item -> item.path("absolutePath").asText())
        .startsWith("/opt/cursor/artifacts/screenshot.png")
        .hasSize(4);
    assertThat(client.get(made.path() + "/artifacts").json().at("/items/0/updatedAt").asText())
        .isEqualTo(NOW_TEXT);
  }

  @Test
  void aRunThatFailsLeavesNone() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.ERROR);

    assertThat(client.get(made.path() + "/artifacts").json())
        .isEqualTo(CursorClient.json("{\"items\": []}"));
  }

  @Test
  void eachRunOfAnAgentLeavesItsOwn() throws IOException {
    var made = finished("#only-log");
    client.post(made.path() + "/runs", "{\"prompt\": {\"text\": \"again #only-log\"}}");
    cursor.finish(made.agent(), Ending.NOTHING);

    assertThat(paths(made))
        .containsExactly("artifacts/test-output.log", "artifacts/test-output-2.log");
  }

  @Test
  void thePromptSaysWhichFilesThereAre() throws IOException {
    assertThat(paths(finished("x #no-artifacts"))).isEmpty();
    assertThat(paths(finished("x #only-report #only-video")))
        .containsExactly("artifacts/demo.mp4", "artifacts/report.md");
    assertThat(paths(finished("x #many-artifacts"))).hasSize(100);
    var large = client.get(finished("#large-artifact").path() + "/artifacts").json();
    assertThat(large.at("/items/0/sizeBytes").asInt()).isEqualTo(12 << 20);
  }

  @Test
  void aFileIsFetchedFromAnAddressThatNeedsNoKey() throws IOException {
    var made = finished("x");
    var listed = client.get(made.path() + "/artifacts").json().at("/items/0");

    var address = download(made.path(), "artifacts/screenshot.png");
    var file = fetch(address.path("url").asText());

    assertThat(address.path("expiresAt").asText()).isEqualTo("2026-11-22T10:15:00.000Z");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-type")).contains("image/png");
    assertThat(file.body()).hasSize(listed.path("sizeBytes").asInt());
    assertThat(ImageIO.read(new ByteArrayInputStream(file.body())).getWidth()).isEqualTo(640);
    assertThat(cursor.leakedKeys()).isZero();
  }

  @Test
  void versionZeroNamesFilesByTheirAbsolutePaths() throws IOException {
    var made = finished("x");

    var address = download(made.v0(), "/opt/cursor/artifacts/report.md");

    assertThat(fetch(address.path("url").asText()).body()).startsWith("# X\n".getBytes(UTF_8));
    assertThat(status(made.v0(), "artifacts/report.md")).isEqualTo(400);
    assertThat(status(made.path(), "/opt/cursor/artifacts/report.md")).isEqualTo(400);
    assertThat(status(made.path(), "artifacts/../report.md")).isEqualTo(400);
    assertThat(status(made.path(), "artifacts/other.md")).isEqualTo(404);
    assertThat(client.get(made.path() + "/artifacts/download").status()).isEqualTo(400);
  }

  @Test
  void anAddressLivesForFifteenMinutes() throws IOException {
    var url = download(finished("x").path(), "artifacts/report.md").path("url").asText();

    now = NOW.plus(Duration.ofMinutes(15).minusMillis(1));
    assertThat(fetch(url).statusCode()).isEqualTo(200);
    now = NOW.plus(Duration.ofMinutes(15));
    assertThat(fetch(url).statusCode()).isEqualTo(403);
    assertThat(fetch(url.replace(".md", ".png")).statusCode()).isEqualTo(403);
  }

  @Test
  void aKeyThatIsSentAlongIsRefusedAndCounted() throws IOException {
    var url = download(finished("x").path(), "artifacts/report.md").path("url").asText();

    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer crsr_test"),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(cursor.leakedKeys()).isOne();
  }

  @Test
  void versionZeroForgetsTheFilesOfOldAgents() throws IOException {
    var made = finished("x");

    now = NOW.plus(Duration.ofDays(185));

    assertThat(client.get(made.v0() + "/artifacts").status()).isEqualTo(400);
    assertThat(client.get(made.path() + "/artifacts").status()).isEqualTo(200);
  }

  private Created finished(String prompt) throws IOException {
    var made = running(prompt);
    cursor.finish(made.agent(), Ending.NOTHING);
    return made;
  }

  private Iterable<String> paths(Created made) throws IOException {
    return client.get(made.path() + "/artifacts").json().path("items").findValuesAsText("path");
  }

  private JsonNode download(String agentPath, String path) throws IOException {
    return client.get(agentPath + "/artifacts/download?path=" + path).json();
  }

  private int status(String agentPath, String path) throws IOException {
    return client.get(agentPath + "/artifacts/download?path=" + path).status();
  }

  private HttpResponse<byte[]> fetch(String url) throws IOException {
    return client.send(HttpRequest.newBuilder(URI.create(url)), BodyHandlers.ofByteArray());
  }
}
