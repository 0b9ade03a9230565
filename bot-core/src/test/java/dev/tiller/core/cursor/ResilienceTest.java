package dev.tiller.core.cursor;

import static dev.tiller.core.cursor.ScriptedCursor.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the client does by itself about a service in trouble.
@Timeout(60)
class ResilienceTest {

  private static final AgentId AGENT = new AgentId("bc-1");
  private static final Optional<RunId> RUN = Optional.of(new RunId("run-1"));
  private static final String FINISHED = "{\"status\":\"FINISHED\"}";

  private final ScriptedCursor cursor = new ScriptedCursor();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = ScriptedCursor.NOW;

  private final CloudService service =
      cursor.service(
          ApiVersion.V1,
          ScriptedCursor.PATIENCE,
          () -> now,
          new Repeats(new RetryBudget(10), pauses::add, new Random(1)));
  private final CloudAgents agents = service.agents();

  @AfterEach
  void close() {
    cursor.close();
  }

  @Test
  void aReadThatFailsIsRepeatedTwiceAfterShortPauses() {
    cursor.server.answer(502, "<html></html>").answer(500, "").answer(200, FINISHED);

    agents.look(AGENT, RUN);

    assertThat(cursor.server.received()).hasSize(3);
    assertThat(pauses).hasSize(2).allMatch(pause -> pause.toMillis() <= 400);
    assertThat(pauses.get(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(pauses.get(1)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void aReadIsNotRepeatedAThirdTime() {
    answers(3, 500);

    assertThatThrownBy(() -> agents.look(AGENT, RUN)).isInstanceOf(NotNow.class);

    assertThat(cursor.server.received()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"429, rate_limit_exceeded", "503, stream_unavailable", "501, not_implemented"})
  void whatIsNoOutageIsNotRepeated(int status, String code) {
    cursor.server.answer(status, "{\"error\":{\"code\":\"" + code + "\"}}");

    assertThatThrownBy(() -> agents.look(AGENT, RUN)).isInstanceOf(CloudAgentsException.class);

    assertThat(cursor.server.received()).hasSize(1);
  }

  @Test
  void aReadThatIsToldToWaitIsNotRepeatedAtOnce() {
    cursor.server.answer(503, Map.of("Retry-After", "7"), "");

    assertThatThrownBy(() -> agents.look(AGENT, RUN))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.delay()).contains(Duration.ofSeconds(7)));

    assertThat(cursor.server.received()).hasSize(1);
  }

  @Test
  void whatChangesSomethingIsNeverRepeated() {
    answers(4, 500);

    assertUnknown(() -> agents.launch(request("x")));
    assertUnknown(() -> agents.followUp(AGENT, new FollowUp("more", now, Set.of())));
    assertUnknown(() -> agents.cancel(AGENT, RUN));
    assertUnknown(() -> service.records().archive(AGENT));

    assertThat(cursor.server.received()).hasSize(4);
  }

  @Test
  void repositoriesAreAskedForOnceForTheyAreRationed() {
    answers(1, 500);

    assertThatThrownBy(() -> service.account().repositories()).isInstanceOf(NotNow.class);

    assertThat(cursor.server.received()).hasSize(1);
  }

  @Test
  void whileTheServiceIsDownNothingIsSentAndALaunchHadNoEffect() {
    goDown();
    var sent = cursor.server.received().size();

    assertNotNow(() -> agents.launch(request("x")));
    assertNotNow(() -> agents.followUp(AGENT, new FollowUp("more", now, Set.of())));
    assertNotNow(() -> agents.cancel(AGENT, RUN));
    assertNotNow(() -> agents.look(AGENT, RUN));
    assertNotNow(() -> agents.stream(AGENT, RUN.orElseThrow(), Optional.empty(), _ -> {}));
    assertNotNow(() -> service.records().delete(AGENT));
    assertNotNow(() -> service.account().models());

    assertThat(cursor.server.received()).hasSize(sent);
  }

  @Test
  void afterThePauseTheServiceIsTriedAndUsedAgain() {
    goDown();
    now = now.plus(Gate.PAUSE).plusMillis(1);
    for (int i = 0; i < 4; i++) {
      cursor.server.answer(200, FINISHED);
      agents.look(AGENT, RUN);
    }

    assertThat(cursor.server.received()).hasSize(Gate.FEWEST + 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 429})
  void refusalsAreNoOutageHoweverMany(int status) {
    answers(50, status);

    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> agents.launch(request("x")))
          .isInstanceOf(CloudAgentsException.class);
    }

    assertThat(cursor.server.received()).hasSize(50);
  }

  @Test
  void streamsThatAreNotToBeHadAreNoOutage() {
    for (int i = 0; i < 30; i++) {
      cursor.server.answer(503, "{\"error\":{\"code\":\"stream_unavailable\"}}");
      agents.stream(AGENT, RUN.orElseThrow(), Optional.empty(), _ -> {});
    }

    assertThat(cursor.server.received()).hasSize(30);
  }

  @Test
  void aHugeRefusalIsReadNoFurtherThanItTakesToUnderstandIt() {
    var huge = "{\"error\":\"no\",\"code\":\"invalid_model\",\"x\":\"" + "x".repeat(9 << 20);
    cursor.server.answer(400, huge);

    assertThatThrownBy(() -> agents.launch(request("x"))).isInstanceOf(Refused.class);
  }

  private void answers(int times, int status) {
    for (int i = 0; i < times; i++) {
      cursor.server.answer(status, "{}");
    }
  }

  private void goDown() {
    answers(Gate.FEWEST, 500);
    for (int i = 0; i < Gate.FEWEST; i++) {
      assertUnknown(() -> agents.launch(request("x")));
    }
  }

  private static void assertUnknown(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(OutcomeUnknown.class);
  }

  private void assertNotNow(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(NotNow.class, e -> assertThat(e.delay()).contains(Gate.PAUSE));
  }
}
