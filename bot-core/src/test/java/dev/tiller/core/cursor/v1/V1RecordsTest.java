package dev.tiller.core.cursor.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.Usage;
import dev.tiller.core.cursor.ApiVersion;
import dev.tiller.core.cursor.ScriptedCursor;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V1RecordsTest {

  private static final AgentId AGENT = new AgentId("bc-1");

  private final ScriptedCursor cursor = new ScriptedCursor();
  private final AgentRecords records = cursor.service(ApiVersion.V1).records();

  @AfterEach
  void close() {
    cursor.close();
  }

  private String path(int request) {
    var received = cursor.server.received().get(request);
    return received.method() + " " + received.path();
  }

  @Test
  void anAgentIsReadWithItsRepositoriesInAnyForm() {
    cursor.server.answer(
        200,
        """
        {"id":"bc-1","name":"Fix\\nlogin","status":"IDLE","url":"https://cursor.com/agents/bc-1",
         "createdAt":"2026-11-20T09:00:00.000Z","latestRunId":"run-7","env":{"type":"cloud"},
         "repos":[{"url":"github.com/acme/web"},{"url":"https://github.com/acme/api"},{"url":"?"}]}
        """);

    assertThat(records.get(AGENT))
        .isEqualTo(
            new AgentRecord(
                AGENT,
                Optional.of("Fix login"),
                Standing.IDLE,
                "IDLE",
                URI.create("https://cursor.com/agents/bc-1"),
                List.of(
                    Repository.parse("acme/web").orElseThrow(),
                    Repository.parse("acme/api").orElseThrow()),
                Optional.of(Instant.parse("2026-11-20T09:00:00Z")),
                Optional.of(new RunId("run-7"))));
  }

  @Test
  void anAgentOfWhichLittleIsToldIsReadToo() {
    cursor.server.answer(200, "{\"name\":null,\"status\":\"SLEEPING\",\"url\":\"javascript:x\"}");

    var agent = records.get(new AgentId("bc 1"));

    assertThat(agent.standing()).isEqualTo(Standing.UNRECOGNIZED);
    assertThat(agent.status()).isEqualTo("SLEEPING");
    assertThat(agent.page()).isEqualTo(URI.create("https://cursor.com/agents/bc%201"));
    assertThat(agent.name()).isEmpty();
    assertThat(agent.repositories()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ACTIVE, AT_WORK", "IDLE, IDLE", "ARCHIVED, ARCHIVED", "'', UNRECOGNIZED"})
  void theStatusTellsTheStanding(String status, Standing standing) {
    cursor.server.answer(200, "{\"status\":\"" + status + "\"}");

    assertThat(records.get(AGENT).standing()).isEqualTo(standing);
  }

  @Test
  void listsAskForThePageThatIsWanted() {
    cursor.server.answer(200, "{\"items\":[{\"id\":\"bc-2\"},{}],\"nextCursor\":\"a b&c\"}");
    cursor.server.answer(200, "{\"items\":[]}");

    var page = records.list(2, Optional.empty());
    records.list(2, page.next());

    assertThat(page.items()).extracting(AgentRecord::id).containsExactly(new AgentId("bc-2"));
    assertThat(path(0)).isEqualTo("GET /v1/agents?limit=2");
    assertThat(path(1)).isEqualTo("GET /v1/agents?limit=2&cursor=a%20b%26c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"nextCursor\":null", ",\"nextCursor\":\"\""})
  void aListEndsWhereNoCursorIsGiven(String end) {
    cursor.server.answer(200, "{\"items\":[{\"id\":\"bc-2\"}]" + end + "}");
    cursor.server.answer(200, "{\"items\":[{\"id\":\"run-2\"}]" + end + "}");

    assertThat(records.list(100, Optional.empty()).next()).isEmpty();
    assertThat(records.runs(AGENT, 100, Optional.empty()).next()).isEmpty();
  }

  @Test
  void aConversationIsPiecedTogetherFromAllPagesOfRuns() {
    cursor
        .server
        .answer(200, "{\"items\":[{\"id\":\"run-3\"},{\"id\":\"run-2\"}],\"nextCursor\":\"n\"}")
        .answer(200, "{\"items\":[{\"id\":\"run-1\"}]}")
        .stream(asked("Fix it"))
        .answer(200, "{\"result\":\"Fixed.\"}")
        .answer(200, "{\"result\":\" \"}")
        .answer(410, "{\"error\":{\"code\":\"stream_expired\"}}")
        .answer(200, "{\"result\":\"Tested.\"}");

    var said = records.conversation(AGENT, Map.of(new RunId("run-2"), "Go on"));

    assertThat(said)
        .containsExactly(
            new Message(Author.PERSON, "Fix it"),
            new Message(Author.AGENT, "Fixed."),
            new Message(Author.PERSON, "Go on"),
            new Message(Author.AGENT, "Tested."));
    assertThat(path(1)).isEqualTo("GET /v1/agents/bc-1/runs?limit=100&cursor=n");
  }

  private static String asked(String prompt) {
    return "event: interaction_update\ndata: {\"type\":\"user-message-appended\","
        + "\"userMessage\":{\"text\":\""
        + prompt
        + "\"}}\n\nevent: done\ndata: {}\n\n";
  }

  @Test
  void aPromptWhoseStreamCannotBeReadNowIsLeftOut() {
    cursor
        .server
        .answer(200, "{\"items\":[{\"id\":\"run-1\"}]}")
        .answer(503, "{\"error\":{\"code\":\"stream_unavailable\"}}")
        .answer(200, "{\"result\":\"Done.\"}");

    assertThat(records.conversation(AGENT, Map.of()))
        .containsExactly(new Message(Author.AGENT, "Done."));
  }

  @Test
  void aListWhoseCursorRunsInACircleEnds() {
    var page = "{\"items\":[{\"id\":\"run-1\"}],\"nextCursor\":\"same\"}";
    var known = Map.of(new RunId("run-1"), "Go on");
    cursor.server.answer(200, page).answer(200, page).answer(200, "{}").answer(200, "{}");

    assertThat(records.conversation(AGENT, known)).hasSize(2);
  }

  @Test
  void archivingAndDeletingPostNoBody() {
    cursor.server.answer(200, "{\"id\":\"bc-1\"}").answer(200, "").answer(200, "no json");

    records.archive(AGENT);
    records.unarchive(AGENT);
    records.delete(AGENT);

    assertThat(path(0)).isEqualTo("POST /v1/agents/bc-1/archive");
    assertThat(path(1)).isEqualTo("POST /v1/agents/bc-1/unarchive");
    assertThat(path(2)).isEqualTo("DELETE /v1/agents/bc-1");
    assertThat(cursor.server.received()).allMatch(request -> request.body().isEmpty());
  }

  @Test
  void whatIsGoneIsDeletedAndCannotBeArchived() {
    var gone = "{\"error\":{\"code\":\"agent_not_found\",\"message\":\"m\"}}";
    cursor.server.answer(404, gone).answer(404, gone);

    records.delete(AGENT);

    assertThatThrownBy(() -> records.archive(AGENT)).isInstanceOf(Gone.class);
  }

  @Test
  void aDeletionThatMayHaveHappenedIsNotCalledDone() {
    cursor.server.answer(500, "{}");

    assertThatThrownBy(() -> records.delete(AGENT)).isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void artifactsKeepTheirPaths() {
    cursor.server.answer(
        200,
        """
        {"items":[{"path":"artifacts/a b.png","sizeBytes":12,"updatedAt":"x"},{"sizeBytes":1},
                  {"path":"artifacts/log.txt"}]}
        """);

    assertThat(records.artifacts(AGENT))
        .containsExactly(
            new Artifact("artifacts/a b.png", 12), new Artifact("artifacts/log.txt", 0));
  }

  @Test
  void usageIsReadWithAndWithoutCost() {
    var tokens =
        "{\"inputTokens\":1,\"outputTokens\":2,\"cacheWriteTokens\":3,\"cacheReadTokens\":4,"
            + "\"totalTokens\":10}";
    cursor.server.answer(
        200,
        "{\"totalUsage\":"
            + tokens
            + ",\"cost\":{\"rawCostCents\":1.5,\"chargedCents\":0.5},"
            + "\"runs\":[{\"id\":\"run-1\",\"usage\":"
            + tokens
            + "},{\"id\":\"run-2\"}]}");

    var counted = new Usage.Tokens(1, 2, 3, 4, 10);
    assertThat(records.usage(AGENT))
        .isEqualTo(
            new Usage(
                counted,
                List.of(
                    new Usage.OfRun(new RunId("run-1"), counted, Optional.empty()),
                    new Usage.OfRun(
                        new RunId("run-2"), new Usage.Tokens(0, 0, 0, 0, 0), Optional.empty())),
                Optional.of(new Usage.Cost(1.5, 0.5))));
  }

  @Test
  void usageThatTheAccountDoesNotHaveIsRefusedAsAFeature() {
    cursor.server.answer(403, "{\"error\":{\"code\":\"feature_unavailable\",\"message\":\"m\"}}");

    assertThatThrownBy(() -> records.usage(AGENT))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.FEATURE));
  }
}
