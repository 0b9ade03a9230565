package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.ErrorShape;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.FaultRule;
import dev.tiller.app.standin.cursor.FaultRule.When;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.app.standin.cursor.RunStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Cursor with each fault in turn: whatever goes wrong, a request becomes one agent, its run ends
/// in the thread once, and a follow-up becomes one run.
class EveryFaultTest {

  private static final String TASK = "@tiller repo=acme/web fix the login bug";

  private static Stream<FaultRule> declined() {
    return Stream.concat(
        Arrays.stream(ErrorShape.values()).map(shape -> declined(Operation.CREATE_AGENT, shape)),
        Stream.of(declined(Operation.PROMPT, ErrorShape.USUAL)));
  }

  private static FaultRule declined(Operation operation, ErrorShape shape) {
    return FaultRule.of(operation, When.next(2), new Fault.RateLimited(Duration.ZERO, shape));
  }

  private static Stream<FaultRule> lost() {
    return Stream.of(Operation.CREATE_AGENT, Operation.PROMPT)
        .flatMap(operation ->
            Stream.of(
                    new Fault.LostAnswer(),
                    new Fault.TruncatedBody(),
                    new Fault.Slow(Duration.ZERO, Duration.ofMillis(1500)),
                    new Fault.ExtraFields())
                .map(fault -> FaultRule.of(operation, When.next(1), fault)));
  }

  private static Stream<FaultRule> looks(Operation operation) {
    return Stream.of(
            new Fault.Refuse(503, "", "", ErrorShape.HTML),
            new Fault.Refuse(500, "internal_error"),
            new Fault.Refuse(404, ""),
            new Fault.RateLimited(Duration.ofSeconds(1)),
            new Fault.ConnectionReset(),
            new Fault.TruncatedBody(),
            new Fault.LostAnswer(),
            new Fault.OddStatus("PONDERING"),
            new Fault.ExtraFields())
        .map(fault -> FaultRule.of(operation, When.next(2), fault));
  }

  private static Stream<FaultRule> streams() {
    return Stream.of(
            new Fault.CutStream(0, false),
            new Fault.CutStream(3, false),
            new Fault.CutStream(4, true),
            new Fault.CutStreamAfter(Duration.ofMillis(40)),
            new Fault.StreamUnavailable(1),
            new Fault.StreamUnavailable(4),
            new Fault.WrongStatus(RunStatus.ERROR),
            new Fault.UnknownEvents(),
            new Fault.RepeatedFrames(3),
            new Fault.ReplayedStream(),
            new Fault.HugeLine(5 << 20),
            new Fault.OddStatus("PONDERING"),
            new Fault.Refuse(410, "stream_expired"),
            new Fault.Refuse(400, "invalid_last_event_id"),
            new Fault.ConnectionReset())
        .map(fault -> FaultRule.of(Operation.STREAM, When.every(2), fault));
  }

  private static Stream<FaultRule> webhooks() {
    return Stream.of(
            new Fault.LostWebhook(),
            new Fault.RepeatedWebhook(3),
            new Fault.SwappedWebhook(),
            new Fault.Slow(Duration.ofMillis(500), Duration.ZERO))
        .map(fault -> FaultRule.of(Operation.WEBHOOK, When.always(), fault));
  }

  static Stream<Arguments> rules() {
    var early = FaultRule.of(Operation.CREATE_AGENT, When.next(1), new Fault.WebhookFirst());
    var v1 = Stream.of(declined(), lost(), looks(Operation.GET_RUN), streams());
    var v0 =
        Stream.of(declined(), lost(), looks(Operation.GET_AGENT), webhooks(), Stream.of(early));
    return Stream.concat(
        v1.flatMap(rules -> rules).map(rule -> Arguments.of(CursorApi.V1, rule)),
        v0.flatMap(rules -> rules).map(rule -> Arguments.of(CursorApi.V0, rule)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("rules")
  void aRequestAndItsFollowUpEachEndOnce(CursorApi api, FaultRule rule) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = scene.slack();
      scene.cursor().faults().add(rule);

      var thread = desk.say(desk.ann(), TASK);
      desk.until(thread, all -> all.size() == 2);
      desk.reply(desk.ann(), thread, "@tiller also add tests");
      desk.until(thread, all -> all.size() == 4);

      var texts = desk.shown(thread).stream().map(message -> message.text()).toList();
      assertThat(texts).filteredOn(text -> text.contains("Pull request ready")).hasSize(2);
      assertThat(texts).filteredOn(text -> text.contains("Done, the pull")).hasSize(2);
      assertThat(scene.cursor().agents())
          .singleElement()
          .satisfies(agent ->
              assertThat(agent.prompts()).containsExactly("fix the login bug", "also add tests"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.tiller.app.endtoend.ConversationTest#everywhere")
  void anErrorWithoutACauseIsShownAsOne(CursorApi api, String name, Function<Scene, Scene.Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      scene.cursor().faults().next(Operation.CREATE_AGENT, new Fault.RunEnds(Ending.ERROR));

      var thread = desk.say(desk.ann(), TASK);

      desk.sees(thread, "The agent stopped with an error");
    }
  }
}
