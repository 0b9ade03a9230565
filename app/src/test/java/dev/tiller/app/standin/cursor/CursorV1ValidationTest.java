package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What v1 takes and refuses. The bodies are written with ' instead of ".
class CursorV1ValidationTest {

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
        "'env': {'type': 'pool'}, 'repos': [{'url': 'github.com/a/b'}, {'url': 'github.com/a/c'}]",
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
    int before = cursor.agents().size();
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
    assertThat(cursor.agents()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "-a", "a..b", "a/", "a.lock", "a:b", "a~1", "/a", "a@{0}"})
  void noVersionTakesWhatCannotBeABranch(String ref) throws IOException {
    var v1 = createWith("'repos': [{'url': 'github.com/acme/web', 'startingRef': '" + ref + "'}]");
    var v0 =
        client.post(
            "/v0/agents",
            """
            {"prompt": {"text": "x"}, "source": {"repository": "github.com/a/b", "ref": "%s"}}\
            """
                .formatted(ref));

    assertThat(v1.json().at("/error/code").asText()).isEqualTo("invalid_branch_name");
    assertThat(v0.status()).isEqualTo(400);
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
  void aMissingBodyHasItsOwnCode() throws IOException {
    var answer = client.post("/v1/agents");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("missing_body");
  }

  @Test
  void aFollowUpIsCheckedBeforeItMakesARun() throws IOException {
    var made = createWith("'name': 'x'").json().at("/agent/id").asText();
    cursor.finish(made, Ending.NOTHING);

    for (var fields :
        new String[] {
          "'name': 'x'", "'model': 'x'", "'model': {'id': 'gpt-1'}", "'autoCreatePR': true"
        }) {
      var body = ("{'prompt': {'text': 'y'}, " + fields + "}").replace('\'', '"');
      var answer = client.post("/v1/agents/" + made + "/runs", body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/error/code").asText()).isEqualTo("validation_error");
    }
    assertThat(cursor.agents().getLast().runs()).hasSize(1);
  }

  private CursorClient.Answer createWith(String fields) throws IOException {
    return client.post(
        "/v1/agents", ("{'prompt': {'text': 'x'}, " + fields + "}").replace('\'', '"'));
  }

  private static String many(int count, String pattern) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining(", "));
  }
}
