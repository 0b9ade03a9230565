package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which prompts and images are taken. The bodies are written with ' instead of ".
class CursorPromptValidationTest {

  private static CursorStandIn cursor;
  private static CursorClient client;

  @BeforeAll
  static void start() throws IOException {
    cursor =
        CursorStandIn.start(
            "127.0.0.1",
            0,
            Options.playground().withPace(Pace.manually()),
            new Traffic(InstantSource.system()));
    client = new CursorClient(cursor.url());
  }

  @AfterAll
  static void stop() {
    cursor.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'data': '$PNG', 'mimeType': 'image/png'} | 201",
        "{'data': '$PNG', 'mimeType': 'image/webp', 'dimension': {'width': 1, 'height': 2}} | 201",
        "{'url': 'https://example.com/a.png'} | 201",
        "{'data': '$PNG'} | 400",
        "{'data': '$PNG', 'mimeType': 'image/bmp'} | 400",
        "{'data': 'not base64!', 'mimeType': 'image/png'} | 400",
        "{'data': '', 'mimeType': 'image/png'} | 400",
        "{'data': '$PNG', 'mimeType': 'image/png', 'url': 'https://example.com/a.png'} | 400",
        "{'url': 'https://example.com/a.png', 'mimeType': 'image/png'} | 400",
        "{'url': 'file:///a.png'} | 400",
        "{} | 400",
        "{'url': 'https://example.com/a.png', 'name': 'a'} | 400",
        "{'url': 'https://example.com/a.png', 'dimension': {'width': 0, 'height': 2}} | 400"
      })
  void v1ChecksImages(String image, int status) throws IOException {
    assertThat(prompt("'images': [" + image.replace("$PNG", "iVBORw0KGgo=") + "]"))
        .isEqualTo(status);
  }

  @Test
  void aPromptHasAtMostFiveImages() throws IOException {
    var image = "{'url': 'https://example.com/%d.png'}";

    assertThat(prompt("'images': [" + many(5, image) + "]")).isEqualTo(201);
    assertThat(prompt("'images': [" + many(6, image) + "]")).isEqualTo(400);
  }

  @Test
  void anImageHasAtMostFifteenMegabytes() throws IOException {
    var image = "'images': [{'mimeType': 'image/png', 'data': '%s'}]";
    var largest = new byte[PromptReader.IMAGE_LIMIT];

    assertThat(prompt(image.formatted(Base64.getEncoder().encodeToString(largest)))).isEqualTo(201);
    assertThat(
            prompt(
                image.formatted(Base64.getEncoder().encodeToString(new byte[largest.length + 1]))))
        .isEqualTo(400);
  }

  @Test
  void v0ImagesHaveDataOnly() throws IOException {
    var body =
        "{'prompt': {'text': 'x', 'images': [%s]}, 'source': {'repository': 'https://github.com/acme/web'}}"
            .replace('\'', '"');

    assertThat(client.post("/v0/agents", body.formatted("{\"data\": \"iVBORw0KGgo=\"}")).status())
        .isEqualTo(201);
    assertThat(
            client
                .post(
                    "/v0/agents",
                    body.formatted("{\"data\": \"iVBORw0KGgo=\", \"mimeType\": \"image/png\"}"))
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "'text'",
        "{",
        "{} {}",
        "{}",
        "{'prompt': 'x'}",
        "{'prompt': {}}",
        "{'prompt': {'text': ''}}",
        "{'prompt': {'text': 'x', 'extra': 1}}"
      })
  void bothVersionsRefuseABodyWithoutAPrompt(String body) throws IOException {
    var v1 = client.post("/v1/agents", body.replace('\'', '"'));
    var v0 = client.post("/v0/agents", body.replace('\'', '"'));

    assertThat(v1.status()).isEqualTo(400);
    assertThat(v1.json().at("/error/code").asText()).isEqualTo("validation_error");
    assertThat(v0.status()).isEqualTo(400);
    assertThat(v0.json().path("error").isTextual()).isTrue();
  }

  private int prompt(String fields) throws IOException {
    return client
        .post("/v1/agents", ("{'prompt': {'text': 'x', " + fields + "}}").replace('\'', '"'))
        .status();
  }

  private static String many(int count, String pattern) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining(", "));
  }
}
