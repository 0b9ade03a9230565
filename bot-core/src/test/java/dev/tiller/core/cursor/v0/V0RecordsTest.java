package dev.tiller.core.cursor.v0;

import static dev.tiller.core.cursor.ScriptedCursor.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.cursor.ApiVersion;
import dev.tiller.core.cursor.ScriptedCursor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class V0RecordsTest {

  private static final AgentId AGENT = new AgentId("bc-1");

  private final ScriptedCursor cursor = new ScriptedCursor();
  private final AgentRecords records = cursor.service(ApiVersion.V0).records();

  @AfterEach
  void close() {
    cursor.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CREATING, AT_WORK",
    "RUNNING, AT_WORK",
    "FINISHED, IDLE",
    "ERROR, IDLE",
    "EXPIRED, ARCHIVED",
    "STOPPED, UNRECOGNIZED"
  })
  void theStatusTellsTheStanding(String status, Standing standing) {
    cursor.server.answer(200, "{\"status\":\"" + status + "\"}");

    var agent = records.get(AGENT);

    assertThat(agent.standing()).isEqualTo(standing);
    assertThat(agent.status()).isEqualTo(status);
    assertThat(agent.latestRun()).isEmpty();
  }

  @Test
  void anAgentIsReadAsTheServiceSendsIt() {
    cursor.server.answer(200, fixture("v0-agent.json"));

    var agent = records.get(AGENT);

    assertThat(agent.name()).isPresent();
    assertThat(agent.createdAt()).isPresent();
    assertThat(agent.page()).hasHost("cursor.com");
    assertThat(agent.repositories()).extracting(Repository::display).containsExactly("acme/web");
  }

  @Test
  void aConversationHasTheKnownKindsOfMessagesOnly() {
    cursor.server.answer(
        200,
        """
        {"id":"bc-1","messages":[
          {"id":"1","type":"user_message","text":"Fix it"},
          {"id":"2","type":"system_message","text":"hidden"},
          {"id":"3","type":"assistant_message","text":" "},
          {"id":"4","type":"assistant_message","text":"Fixed."}]}
        """);

    assertThat(records.conversation(AGENT, Map.of()))
        .containsExactly(new Message(Author.PERSON, "Fix it"), new Message(Author.AGENT, "Fixed."));
  }

  @Test
  void whatIsThereAndCannotBeDeletedIsArchived() {
    cursor.server.answer(409, "{\"error\":\"Agent is deleted or archived\"}");
    cursor.server.answer(200, "{\"id\":\"bc-1\",\"status\":\"FINISHED\"}");

    assertThatThrownBy(() -> records.delete(AGENT))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ARCHIVED));
  }

  @Test
  void whatIsNotThereAnyMoreIsDeleted() {
    cursor.server.answer(409, "{\"error\":\"Agent is deleted or archived\"}");
    cursor.server.answer(404, "{\"error\":\"Agent not found\"}");

    records.delete(AGENT);

    assertThat(cursor.server.received().getFirst().method()).isEqualTo("DELETE");
  }

  @Test
  void aRefusalToDeleteForAnotherReasonIsOne() {
    cursor.server.answer(401, "{\"error\":\"Unauthorized\"}");

    assertThatThrownBy(() -> records.delete(AGENT))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY));
  }

  @Test
  void thereAreNoRuns() {
    assertThat(records.runs(AGENT, 10, Optional.empty()).items()).isEmpty();
    assertThat(cursor.server.received()).isEmpty();
  }

  @Test
  void artifactsKeepTheirAbsolutePaths() {
    cursor.server.answer(
        200,
        "{\"artifacts\":[{\"absolutePath\":\"/opt/cursor/artifacts/a.png\",\"sizeBytes\":12}]}");

    var artifact = records.artifacts(AGENT).getFirst();

    assertThat(artifact).isEqualTo(new Artifact("/opt/cursor/artifacts/a.png", 12));
    assertThat(artifact.name()).isEqualTo("a.png");
  }
}
