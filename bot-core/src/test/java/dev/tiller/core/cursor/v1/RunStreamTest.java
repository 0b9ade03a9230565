package dev.tiller.core.cursor.v1;

import static dev.tiller.core.cursor.ScriptedCursor.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.RunEvent;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.cursor.ApiVersion;
import dev.tiller.core.cursor.ScriptedCursor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RunStreamTest {

  private static final AgentId AGENT = new AgentId("bc-1");
  private static final RunId RUN = new RunId("run-1");
  private static final String SAID = "id: 5-0\nevent: assistant\ndata: {\"text\":\"hi\"}\n\n";
  private static final RunEvent HI = new RunEvent.Said("hi", Optional.of("5-0"));

  private final ScriptedCursor cursor = new ScriptedCursor();
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    cursor.close();
  }

  @Test
  void aRunIsToldFromItsStart() {
    cursor.server.stream(fixture("v1-run-stream.txt"));

    cursor.v1().stream(AGENT, RUN, Optional.empty(), events::add);

    assertThat(events)
        .containsExactly(
            new RunEvent.Status(RunState.RUNNING, Optional.empty()),
            new RunEvent.Heartbeat(at("1763632801000-0")),
            new RunEvent.Heartbeat(at("1763632801000-0")),
            new RunEvent.Heartbeat(at("1763632802000-0")),
            new RunEvent.Step("Reading src/Login.java", at("1763632803000-0")),
            new RunEvent.Heartbeat(at("1763632804000-0")),
            new RunEvent.Said("I ", at("1763632805000-0")),
            new RunEvent.Said("fixed it.", at("1763632805000-1")),
            new RunEvent.Unrecognized("brand_new", at("1763632806000-0")),
            new RunEvent.Status(RunState.FINISHED, at("1763632806000-0")),
            new RunEvent.MayHaveEnded(at("1763632807000-0")));
    var sent = cursor.server.received().getFirst();
    assertThat(sent.path()).isEqualTo("/v1/agents/bc-1/runs/run-1/stream");
    assertThat(sent.header("Accept")).contains("text/event-stream");
    assertThat(sent.header("Last-event-id")).isEmpty();
  }

  @Test
  void aRunIsTakenUpWhereItWasLeft() {
    cursor.server.stream(SAID);

    cursor.v1().stream(AGENT, RUN, Optional.of("4-2"), events::add);

    assertThat(cursor.server.received().getFirst().header("Last-event-id")).contains("4-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4\n2", "4→2"})
  void aPlaceThatNoHeaderCanCarryReplaysFromTheStart(String place) {
    cursor.server.stream(SAID);

    cursor.v1().stream(AGENT, RUN, Optional.of(place), events::add);

    assertThat(events).containsExactly(HI);
    assertThat(cursor.server.received().getFirst().header("Last-event-id")).isEmpty();
  }

  @Test
  void aStreamCutInTheMiddleEndsQuietlyWithTheWholeEventsBeforeTheCut() {
    cursor.server.stream(SAID, "id: 6-0\nevent: assistant\nda");

    cursor.v1().stream(AGENT, RUN, Optional.empty(), events::add);

    assertThat(events).containsExactly(HI);
  }

  @Test
  void eventsArriveWhileTheStreamGoesOn() {
    cursor.server.streamThenSilence(SAID);
    var watcher = watch(cursor.v1());

    await()
        .atMost(ScriptedCursor.PATIENCE)
        .untilAsserted(() -> assertThat(events).containsExactly(HI));

    assertThat(watcher.isAlive()).isTrue();
    watcher.interrupt();
  }

  @Test
  void aSilentStreamIsGivenUp() {
    cursor.server.streamThenSilence(SAID);

    cursor.client(ApiVersion.V1, Duration.ofMillis(300)).stream(
        AGENT, RUN, Optional.empty(), events::add);

    assertThat(events).containsExactly(HI);
  }

  @Test
  void interruptingEndsIt() throws InterruptedException {
    cursor.server.streamThenSilence(SAID);
    var stillInterrupted = new AtomicBoolean();
    var watcher =
        Thread.ofVirtual()
            .start(() -> {
              cursor.v1().stream(AGENT, RUN, Optional.empty(), events::add);
              stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
    await().atMost(ScriptedCursor.PATIENCE).until(() -> !events.isEmpty());

    watcher.interrupt();

    assertThat(watcher.join(ScriptedCursor.PATIENCE)).isTrue();
    assertThat(stillInterrupted).isTrue();
  }

  @Test
  void interruptingEndsItBeforeItHasBegun() throws InterruptedException {
    cursor.server.silence();
    var watcher = watch(cursor.v1());

    watcher.interrupt();

    assertThat(watcher.join(ScriptedCursor.PATIENCE)).isTrue();
  }

  @Test
  void whatComesAfterAnErrorFrameIsNotTold() {
    cursor.server.stream(SAID, "event: error\ndata: {\"code\":\"stream_unavailable\"}\n\n", SAID);

    cursor.v1().stream(AGENT, RUN, Optional.empty(), events::add);

    assertThat(events).containsExactly(HI);
  }

  @ParameterizedTest
  @CsvSource({"410, stream_expired", "410, new_code", "503, stream_unavailable"})
  void aStreamThatIsNotThereEndsQuietly(int status, String code) {
    cursor.server.answer(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"x\"}}");

    cursor.v1().stream(AGENT, RUN, Optional.empty(), events::add);

    assertThat(events).isEmpty();
  }

  @Test
  void aPlaceThatTheServiceDoesNotKnowReplaysFromTheStartOnce() {
    var refused = "{\"error\":{\"code\":\"invalid_last_event_id\",\"message\":\"x\"}}";
    cursor.server.answer(400, refused).stream(SAID);
    cursor.v1().stream(AGENT, RUN, Optional.of("bad"), events::add);
    assertThat(events).containsExactly(HI);

    cursor.server.answer(400, refused).answer(400, refused);
    cursor.v1().stream(AGENT, RUN, Optional.of("bad"), events::add);

    assertThat(events).containsExactly(HI);
    assertThat(cursor.server.received()).hasSize(4);
    assertThat(cursor.server.received().getLast().header("Last-event-id")).isEmpty();
  }

  @Test
  void aRunThatDoesNotExistIsGone() {
    cursor.server.answer(404, "{\"error\":{\"code\":\"run_not_found\",\"message\":\"x\"}}");

    assertThatThrownBy(() -> cursor.v1().stream(AGENT, RUN, Optional.empty(), events::add))
        .isInstanceOf(Gone.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502})
  void aServiceThatCannotStreamNowIsToBeAskedLater(int status) {
    cursor.server.answer(status, "oops");

    assertThatThrownBy(() -> cursor.v1().stream(AGENT, RUN, Optional.empty(), events::add))
        .isInstanceOf(NotNow.class);
  }

  @Test
  void theListenersFailureIsItsCallers() {
    cursor.server.streamThenSilence(SAID);

    assertThatThrownBy(() ->
            cursor.v1().stream(
                AGENT,
                RUN,
                Optional.empty(),
                _ -> {
                  throw new IllegalStateException("mine");
                }))
        .hasMessage("mine");
  }

  private Thread watch(CloudAgents agents) {
    return Thread.ofVirtual().start(() -> agents.stream(AGENT, RUN, Optional.empty(), events::add));
  }

  private static Optional<String> at(String cursor) {
    return Optional.of(cursor);
  }
}
