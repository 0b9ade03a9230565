package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the service refuses. The bodies are written with ' instead of ".
class CursorValidationTest extends CursorStandInTestBase {

  private static final String UUID = "00000000-0000-0000-0000-000000000001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'name': 'A name'",
        "'name': '100x'",
        "'env': {'type': 'cloud', 'name': 'Release workspace'}",
        "'env': {'type': 'pool'}",
        "'env': {'type': 'machine', 'name': 'box'}, 'repos': [{'url': 'github.com/acme/web'}]",
        "'repos': [{'url': 'https://gitlab.example.com/group/sub/project.git'}]",
        "'repos': [{'url': 'https://github.com/acme/web', 'startingRef': 'feature/abc'}]",
        "'repos': [{'url': 'https://github.com/acme/web', 'prUrl': 'https://github.com/acme/web/pull/7'}]",
        "'model': {'id': 'default'}",
        "'model': {'id': 'composer'}",
        "'envVars': {'TOKEN': 'x'}",
        "'mcpServers': [{'name': 'a', 'command': 'npx', 'args': ['-y'], 'env': {'A': 'b'}}, {'name': 'b', 'type': 'sse', 'url': 'https://mcp.example.com', 'headers': {'A': 'b'}, 'auth': {'CLIENT_ID': 'x', 'scopes': ['s']}}]",
        "'customSubagents': [{'name': 'r', 'description': 'd', 'prompt': 'p', 'model': 'inherit'}, {'name': 's', 'description': 'd', 'prompt': 'p', 'model': {'id': 'composer-2'}}]",
        "'mode': 'plan'",
        "'workOnCurrentBranch': true, 'skipReviewerRequest': true, 'openAsCursorGithubApp': true"
      })
  void v1Takes(String fields) throws IOException {
    var answer = createWith(fields.replace("100x", "x".repeat(100)));

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'unknown': 1",
        "'webhook': {'url': 'https://example.com'}",
        "'autoCreatePr': true",
        "'branchName': 'x'",
        "'name': ''",
        "'name': '101x'",
        "'name': null",
        "'name': 5",
        "'model': 'composer-2'",
        "'model': {}",
        "'model': {'id': 'composer-2', 'params': [{'id': 'fast'}]}",
        "'model': {'id': 'composer-2', 'thinking': true}",
        "'agentId': 'bc-123'",
        "'agentId': '$UUID'",
        "'agentId': 'bc-$UUID', 'envVars': {'A': 'b'}",
        "'env': {'type': 'vm'}",
        "'env': {'name': 'x'}",
        "'env': {'type': 'cloud', 'name': 'x'}, 'repos': [{'url': 'github.com/acme/web'}]",
        "'env': {'type': 'pool', 'name': 'nowhere'}",
        "'env': {'type': 'machine'}, 'repos': [{'url': 'github.com/a/b'}, {'url': 'github.com/a/c'}]",
        "'repos': {}",
        "'repos': [{}]",
        "'repos': [{'url': 'acme/web'}]",
        "'repos': [{'url': 'git@github.com:acme/web.git'}]",
        "'repos': [{'url': 'github.com/acme/web', 'ref': 'main'}]",
        "'repos': [{'url': 'github.com/acme/web', 'startingRef': ''}]",
        "'repos': [{'url': 'github.com/acme/web', 'startingRef': '0123456789abcdef0123456789abcdef01234567'}]",
        "'repos': [21 repos]",
        "'autoCreatePR': 'yes'",
        "'mode': 'ask'",
        "'envVars': {'CURSOR_X': 'b'}",
        "'envVars': {'A': ''}",
        "'envVars': {'A': 5}",
        "'envVars': {51 vars}",
        "'mcpServers': [{'name': 'a', 'command': 'x'}, {'name': 'a', 'command': 'y'}]",
        "'mcpServers': [{'name': 'a'}]",
        "'mcpServers': [{'name': 'a', 'command': 'x', 'cwd': '/'}]",
        "'mcpServers': [{'name': 'a', 'url': 'https://user@mcp.example.com'}]",
        "'mcpServers': [{'name': 'a', 'url': 'ftp://mcp.example.com'}]",
        "'customSubagents': [{'name': 'r', 'description': 'd'}]",
        "'customSubagents': [{'name': 'explore', 'description': 'd', 'prompt': 'p'}]",
        "'customSubagents': [{'name': 'r', 'description': 'd', 'prompt': 'p'}, {'name': 'r', 'description': 'd', 'prompt': 'p'}]"
      })
  void v1Refuses(String fields) throws IOException {
    var answer =
        createWith(
            fields
                .replace("$UUID", UUID)
                .replace("101x", "x".repeat(101))
                .replace("21 repos", many(21, "{'url': 'github.com/acme/r%d'}"))
                .replace("51 vars", many(51, "'V%d': 'x'")));

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("validation_error");
    assertThat(answer.json().at("/error/message").asText()).isNotEmpty();
    assertThat(cursor.agents()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'model': {'id': 'gpt-1'} | 400 | invalid_model",
        "'metadata': {'a': 'b'} | 403 | feature_unavailable",
        "'repos': [{'url': 'github.com/acme/web', 'prUrl': 'https://example.com'}] | 400 | pr_resolution_failed"
      })
  void v1RefusesWithACodeOfItsOwn(String fields, int status, String code) throws IOException {
    var answer = createWith(fields);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
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

  @Test
  void aMissingBodyHasItsOwnCode() throws IOException {
    var answer = client.post("/v1/agents");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("missing_body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=x",
        "limit=",
        "limit=-1",
        "cursor=",
        "cursor=bc-nobody",
        "includeArchived=yes",
        "status=ACTIVE",
        "prUrl"
      })
  void v1RefusesListQueries(String query) throws IOException {
    var answer = client.get("/v1/agents?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("validation_error");
  }

  @Test
  void aFollowUpIsCheckedBeforeItMakesARun() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);

    for (var fields :
        new String[] {
          "'name': 'x'", "'model': 'x'", "'model': {'id': 'gpt-1'}", "'autoCreatePR': true"
        }) {
      var body = ("{'prompt': {'text': 'y'}, " + fields + "}").replace('\'', '"');
      var answer = client.post(made.path() + "/runs", body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/error/code").asText()).isEqualTo("validation_error");
    }
    assertThat(cursor.agents().getFirst().runs()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'name': 'x'",
        "'agentId': 'bc-$UUID'",
        "'model': {'id': 'composer-2'}",
        "'model': 'gpt-1'",
        "'target': {'autoCreatePR': true}",
        "'target': {'branchName': ''}",
        "'webhook': {}",
        "'webhook': {'url': 'nowhere'}",
        "'webhook': {'url': 'https://example.com', 'secret': 'short'}",
        "'webhook': {'url': 'https://example.com/$LONG'}",
        "'webhookUrl': 'https://example.com'"
      })
  void v0Refuses(String fields) throws IOException {
    var body =
        "{'prompt': {'text': 'x'}, 'source': {'repository': 'https://github.com/acme/web'}, "
            + fields.replace("$UUID", UUID).replace("$LONG", "x".repeat(2048))
            + "}";

    var answer = client.post("/v0/agents", body.replace('\'', '"'));

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
    assertThat(answer.json().path("error").isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'repository': 'acme/web'}",
        "{'repository': 'https://github.com/acme/web', 'branch': 'main'}",
        "{'prUrl': 'https://github.com/acme/web'}"
      })
  void v0RefusesASourceThatNamesNothing(String source) throws IOException {
    var body = "{'prompt': {'text': 'x'}, 'source': " + source + "}";

    assertThat(client.post("/v0/agents", body.replace('\'', '"')).status()).isEqualTo(400);
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

  @Test
  void v0RefusesAMalformedAgentId() throws IOException {
    var answer = client.get("/v0/agents/nobody");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json())
        .isEqualTo(CursorClient.json("{\"error\": \"Invalid agent ID format\"}"));
  }

  private CursorClient.Answer createWith(String fields) throws IOException {
    return client.post(
        "/v1/agents", ("{'prompt': {'text': 'x'}, " + fields + "}").replace('\'', '"'));
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
