package dev.tiller.core.cursor.v1;

import static dev.tiller.core.cursor.ScriptedCursor.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.Accepted;
import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.cursor.ScriptedCursor;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs 1 to 3 of the fixture began at 09:50:00, 09:59:00 and 09:59:30; run 1 was the launch.
class FollowUpSearchTest {

  private static final AgentId AGENT = new AgentId("bc-1a2b3c4d-0000-4000-8000-00000000000a");
  private static final RunId RUN_1 = new RunId("run-00000000-0000-4000-8000-000000000001");
  private static final RunId RUN_2 = new RunId("run-00000000-0000-4000-8000-000000000002");
  private static final RunId RUN_3 = new RunId("run-00000000-0000-4000-8000-000000000003");
  private static final String LATEST_IS_3 = "{\"latestRunId\":\"" + RUN_3 + "\"}";

  private final ScriptedCursor cursor = new ScriptedCursor();

  @BeforeEach
  void runs() {
    cursor.server.answer(200, fixture("v1-runs.json")).answer(200, LATEST_IS_3);
  }

  @AfterEach
  void close() {
    cursor.close();
  }

  @Test
  void aRunWithTheSamePromptIsTheFollowUps() {
    cursor.server.stream(asked("Somebody else's words")).stream(asked("Add a test"));

    assertThat(find("Add a test", "2026-11-20T09:58:50Z"))
        .contains(new Accepted(Optional.of(RUN_2)));
  }

  @Test
  void aRunWithAnotherPromptIsNeverAdopted() {
    cursor.server.stream(asked("Somebody else's words")).stream(asked("Nor are these"));

    assertThat(find("Add a test", "2026-11-20T09:58:50Z")).isEmpty();
  }

  @Test
  void knownRunsAreNotLookedAt() {
    assertThat(
            cursor
                .v1()
                .findFollowUp(
                    AGENT, followUp("x", "2026-11-20T09:58:50Z", Set.of(RUN_1, RUN_2, RUN_3))))
        .isEmpty();
    assertThat(cursor.server.received()).hasSize(2);
  }

  @Test
  void runsFromBeforeItWasSentAreNotLookedAt() {
    assertThat(find("Add a test", "2026-11-20T10:05:00Z")).isEmpty();
    assertThat(cursor.server.received()).hasSize(2);
  }

  @Test
  void theServicesClockMayBeALittleBehind() {
    cursor.server.stream(asked("Add a test"));

    assertThat(find("Add a test", "2026-11-20T10:00:30Z"))
        .contains(new Accepted(Optional.of(RUN_3)));
  }

  @Test
  void lineEndsAndOuterBlanksMayDiffer() {
    cursor.server.stream(asked(" Add\\r\\na test\\n"));

    assertThat(find("Add\na test", "2026-11-20T09:59:20Z")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event: status\ndata: {}\n\n",
        "event: error\ndata: {\"code\":\"stream_unavailable\"}\n\nevent: done\ndata: {}\n\n"
      })
  void aRunThatCannotBeReadNowLeavesTheQuestionOpen(String stream) {
    cursor.server.stream(stream).stream(stream);

    assertThatThrownBy(() -> find("Add a test", "2026-11-20T09:59:20Z")).isInstanceOf(NotNow.class);
  }

  @Test
  void aRunWhoseStreamIsNoLongerKeptIsNotAdopted() {
    var expired = "{\"error\":{\"code\":\"stream_expired\",\"message\":\"x\"}}";
    cursor.server.answer(410, expired).answer(410, expired);

    assertThat(find("Add a test", "2026-11-20T09:58:50Z")).isEmpty();
  }

  @Test
  void theAgentsLatestRunCountsEvenWhereTheListLacksIt() {
    cursor.close();
    try (var other = new ScriptedCursor()) {
      other
          .server
          .answer(200, "{\"items\":[]}")
          .answer(200, "{\"latestRunId\":\"run-9\"}")
          .answer(200, "{\"id\":\"run-9\",\"createdAt\":\"2026-11-20T09:59:59.000Z\"}")
          .stream(asked("Add a test"));

      assertThat(
              other
                  .v1()
                  .findFollowUp(AGENT, followUp("Add a test", "2026-11-20T09:59:58Z", Set.of())))
          .contains(new Accepted(Optional.of(new RunId("run-9"))));
    }
  }

  private Optional<Accepted> find(String prompt, String sentAt) {
    return cursor.v1().findFollowUp(AGENT, followUp(prompt, sentAt, Set.of(RUN_1)));
  }

  private static FollowUp followUp(String prompt, String sentAt, Set<RunId> known) {
    return new FollowUp(prompt, Instant.parse(sentAt), known);
  }

  private static String asked(String text) {
    return """
    event: status
    data: {"status":"RUNNING"}

    id: 1-0
    event: interaction_update
    data: {"type":"user-message-appended","userMessage":{"type":"user_message","text":"%s"}}

    """
        .formatted(text);
  }
}
