package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.standin.cursor.Step;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An agent that gives no sign of life for long.
class SilenceTest {

  private static final String TASK = "@tiller repo=acme/web fix the login bug";

  private static Scene scene(CursorApi api, Duration quietAfter) throws Exception {
    var options =
        Options.playground()
            .withPace(Pace.manually())
            .withStreams(
                new Options.Streams(
                    Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofDays(4)));
    return Scene.start(api, options, Scene.memory(), quietAfter);
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("dev.tiller.app.endtoend.ConversationTest#everywhere")
  void aSilentAgentIsShownAsStuckAndCanBeStoppedFromThere(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = scene(api, Duration.ofMillis(300))) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), TASK);

      var notice = desk.sees(thread, "No news from the agent");
      desk.sees(thread, "No news since");
      desk.press(desk.ann(), notice, "Stop");

      desk.sees(thread, "Stopped by Ann Lee");
      assertThat(desk.shown(thread)).filteredOn(one -> one.text().contains("No news")).hasSize(1);
    }
  }

  @Test
  void theNextStepTakesTheWordBackAndTheRunEndsAsUsual() throws Exception {
    try (var scene = scene(CursorApi.V1, Duration.ofMillis(300))) {
      var desk = scene.slack();
      var thread = desk.say(desk.ann(), TASK);
      desk.sees(thread, "No news since");
      var agent = scene.agents(all -> all.size() == 1).getFirst().id();

      scene.cursor().step(agent, new Step.Words("I have read it."));

      desk.until(
          thread, all -> all.stream().noneMatch(one -> one.text().contains("No news since")));
      scene.cursor().finish(agent, Ending.PULL_REQUEST);
      desk.sees(thread, "Pull request ready");
    }
  }
}
