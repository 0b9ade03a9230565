package dev.tiller.core.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.RunId;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a service answers, a call succeeds or fails as the port says, and in no other way.
@Timeout(120)
class AnyBytesTest {

  private static final AgentId AGENT = new AgentId("bc-1");
  private static final RunId RUN = new RunId("run-1");
  private static final int ROUNDS = 30;

  private final ScriptedCursor cursor = new ScriptedCursor();

  @AfterEach
  void close() {
    cursor.close();
  }

  static Stream<Operation> operations() {
    return Stream.of(
        new Operation("launch", its -> its.agents().launch(ScriptedCursor.request("x"))),
        new Operation("find", its -> its.agents().findLaunch(ScriptedCursor.request("x"))),
        new Operation("follow up", its -> its.agents().followUp(AGENT, followUp())),
        new Operation("find follow-up", its -> its.agents().findFollowUp(AGENT, followUp())),
        new Operation("look", its -> its.agents().look(AGENT, Optional.of(RUN))),
        new Operation("look at the latest", its -> its.agents().look(AGENT, Optional.empty())),
        new Operation("cancel", its -> its.agents().cancel(AGENT, Optional.of(RUN))),
        new Operation("list", its -> its.records().list(100, Optional.empty())),
        new Operation("get", its -> its.records().get(AGENT)),
        new Operation("runs", its -> its.records().runs(AGENT, 100, Optional.empty())),
        new Operation("conversation", its -> its.records().conversation(AGENT, Map.of())),
        new Operation("delete", its -> its.records().delete(AGENT)),
        new Operation("artifacts", its -> its.records().artifacts(AGENT)),
        new Operation("fetch", its -> its.records().fetch(AGENT, new Artifact("a", 1), 10)),
        new Operation("me", its -> its.account().me()),
        new Operation("models", its -> its.account().models()),
        new Operation("repositories", its -> its.account().repositories()));
  }

  static Stream<Operation> operationsOfV1() {
    return Stream.concat(
        operations(),
        Stream.of(
            new Operation(
                "stream", its -> its.agents().stream(AGENT, RUN, Optional.empty(), _ -> {})),
            new Operation("archive", its -> its.records().archive(AGENT)),
            new Operation("usage", its -> its.records().usage(AGENT))));
  }

  @ParameterizedTest
  @MethodSource("operationsOfV1")
  void anyAnswerOfV1IsASuccessOrANamedFailure(Operation operation) {
    check(ApiVersion.V1, operation);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anyAnswerOfV0IsASuccessOrANamedFailure(Operation operation) {
    check(ApiVersion.V0, operation);
  }

  private void check(ApiVersion version, Operation operation) {
    var random = new Random(operation.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < 8; i++) {
        var body = Garbage.body(random);
        int status = random.nextInt(4) > 0 ? 200 : 300 + random.nextInt(300);
        cursor.server.then(exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "x" + body.length);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        });
      }
      var service = cursor.service(version);
      assertThatCode(() -> call(operation, service))
          .as("round %d", round)
          .doesNotThrowAnyException();
      cursor.server.forget();
    }
  }

  private static void call(Operation operation, CloudService service) {
    try {
      operation.call().accept(service);
    } catch (CloudAgentsException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void anyErrorBodyWithAnyStatusIsANamedFailure(Call call) {
    var random = new Random(call.name().hashCode());
    for (int round = 0; round < 3000; round++) {
      var headers =
          Map.of(
              "Retry-After", List.of(Garbage.text(random)),
              "X-RateLimit-Remaining", List.of(Garbage.text(random)),
              "X-RateLimit-Reset", List.of(Garbage.text(random)));
      var answer =
          new Answer(
              100 + random.nextInt(900),
              HttpHeaders.of(headers, (_, _) -> true),
              Garbage.body(random));
      var version = random.nextBoolean() ? ApiVersion.V0 : ApiVersion.V1;

      var failure = CursorErrors.of(version, call, answer, ScriptedCursor.NOW);

      assertThat(failure.getMessage()).isNotBlank();
      if (failure instanceof CloudAgentsException.NotNow notNow) {
        assertThat(notNow.delay().orElse(Duration.ZERO))
            .isBetween(Duration.ZERO, Duration.ofHours(1));
      }
      if (failure instanceof CloudAgentsException.Refused refused) {
        assertThat(refused.detail()).hasSizeLessThanOrEqualTo(300).doesNotContain("\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anyTextIsReadAsAValueOrAsNone(int seed) {
    var random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      var text = Garbage.text(random);

      assertThat(CursorText.state(text)).isNotNull();
      assertThat(CursorText.line(text, 20).length()).isLessThanOrEqualTo(20);
      assertThat(CursorText.instant(text)).isNotNull();
      assertThat(CursorText.link(text)).isNotNull();
      assertThat(CursorText.withoutKeys(text)).isNotNull();
    }
  }

  private static FollowUp followUp() {
    return new FollowUp("more", ScriptedCursor.NOW, Set.of());
  }

  record Operation(String name, Consumer<CloudService> call) {
    @Override
    public String toString() {
      return name;
    }
  }
}
