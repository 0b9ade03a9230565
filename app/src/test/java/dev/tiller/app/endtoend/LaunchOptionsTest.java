package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What people ask for beyond a task and a repository, on both platforms.
class LaunchOptionsTest {

  private static final String PULL_REQUEST = "https://github.com/acme/web/pull/7";

  static Stream<Arguments> platforms() {
    return Stream.of(
        Arguments.of("Slack", (Function<Scene, Desk>) Scene::slack),
        Arguments.of("Teams", (Function<Scene, Desk>) Scene::teams));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platforms")
  void aPullRequestIsPlannedThenWorkedOn(String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.manual(CursorApi.V1)) {
      var desk = on.apply(scene);

      var thread =
          desk.say(
              desk.ann(),
              "@tiller pr=" + PULL_REQUEST + " current_branch=yes mode=plan answer the review");

      var card = desk.sees(thread, "Agent at work");
      assertThat(card.text()).contains("acme/web", "#7, pushing to its branch", "plan only");
      var agent = scene.cursor().agents().getFirst();
      assertThat(agent.prompts()).containsExactly("answer the review");
      scene.cursor().finish(agent.id(), Ending.PULL_REQUEST);
      var plan = desk.sees(thread, "Plan ready");
      desk.sees(thread, "Done, the plan is ready");

      desk.press(desk.ann(), plan, "Carry out");

      scene.agents(all -> all.getFirst().prompts().contains("Carry out the plan."));
      desk.sees(thread, "Follow-up 1");
      scene.cursor().finish(agent.id(), Ending.PULL_REQUEST);
      var done = desk.sees(thread, "Done, the pull request is ready");
      assertThat(done.wire().toString()).contains(PULL_REQUEST);
      assertThat(scene.cursor().createCalls()).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platforms")
  void whatV0DoesNotHaveIsAnsweredAndStartsNothing(String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(CursorApi.V0)) {
      var desk = on.apply(scene);

      var thread = desk.say(desk.ann(), "@tiller repo=acme/web mode=plan fix the login bug");

      var answer = desk.sees(thread, "CURSOR_API=v1");
      assertThat(answer.text()).contains("mode=plan works only").contains("nothing was started");
      assertThat(desk.shown(thread)).hasSize(1);
      assertThat(scene.cursor().createCalls()).isZero();
    }
  }

  static Stream<Arguments> everywhere() {
    return ConversationTest.everywhere();
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aLaunchOnAPullRequestWithALostAnswerIsFoundAndNotRepeated(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      scene.cursor().faults().next(Operation.CREATE_AGENT, new Fault.LostAnswer());

      var thread =
          desk.say(desk.ann(), "@tiller pr=" + PULL_REQUEST + " current_branch=yes fix the tests");

      var done = desk.sees(thread, "Done, the pull request is ready");
      assertThat(done.wire().toString()).contains(PULL_REQUEST);
      assertThat(scene.cursor().agents()).hasSize(1);
      assertThat(scene.cursor().createCalls()).isEqualTo(1);
    }
  }
}
