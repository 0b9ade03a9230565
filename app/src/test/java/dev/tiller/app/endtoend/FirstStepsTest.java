package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.chat.Gestures;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.cursor.Pace;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What people read where the bot is new.
class FirstStepsTest {

  private static final String GENERAL = "19:acme-general@thread.tacv2";
  private static final String GROUP = "19:acme-launch@thread.v2";

  /// A platform, where the bot is added, where it greets, and how the greeting begins.
  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of(slack(), "C0WEB", "C0WEB", "Mention me"),
        Arguments.of(slack(), "D0ANN", "D0ANN", "Write me"),
        Arguments.of(teams(), "19:acme-web@thread.tacv2", GENERAL, "Mention me"),
        Arguments.of(teams(), GROUP, GROUP, "Mention me"),
        Arguments.of(teams(), "a:1ann-lee", "a:1ann-lee", "Write me"));
  }

  private static Named<Function<Scene, Desk>> slack() {
    return Named.of("Slack", Scene::slack);
  }

  private static Named<Function<Scene, Desk>> teams() {
    return Named.of("Teams", Scene::teams);
  }

  private static Scene withRepository() throws Exception {
    var settings = new HashMap<>(Scene.memory());
    settings.put("TILLER_DEFAULT_REPO", "acme/web");
    return Scene.start(CursorApi.V1, Pace.manually(), settings);
  }

  private static List<Message> greetings(Desk desk, String channel) {
    return desk.platform().view().messages().stream()
        .filter(it -> it.channel().equals(channel) && it.text().contains("Hello."))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("places")
  void aNewPlaceIsGreetedOnce(Function<Scene, Desk> on, String added, String greeted, String lead)
      throws Exception {
    try (var scene = withRepository()) {
      var desk = on.apply(scene);
      var platform = desk.platform();

      platform.gestures().add(desk.ann(), added);
      await().until(() -> greetings(desk, greeted).size() == 1);
      platform.redeliver(Gestures.arrival(added));
      platform.gestures().add(desk.ann(), added);

      await().until(platform::idle);
      var answer = desk.say(desk.ann(), "@tiller help");
      desk.sees(answer, "What I can do");
      assertThat(greetings(desk, greeted))
          .singleElement()
          .satisfies(it -> {
            assertThat(it.text())
                .contains(lead, "fix the flaky login test", "It works on acme/web", "help");
            assertThat(it.author().bot()).isTrue();
          });
    }
  }

  @Test
  void onTeamsABotThatComesBackGreetsAgain() throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = scene.teams();
      var gestures = desk.platform().gestures();

      gestures.add(desk.ann(), GROUP);
      await().until(() -> greetings(desk, GROUP).size() == 1);
      gestures.remove(desk.ann(), GROUP);
      await().until(desk.platform()::idle);
      gestures.add(desk.ann(), GROUP);

      await().until(() -> greetings(desk, GROUP).size() == 2);
    }
  }

  @Test
  void aGreetedPlaceTakesTasksAsBefore() throws Exception {
    try (var scene = withRepository()) {
      var desk = scene.slack();
      desk.platform().gestures().add(desk.ann(), desk.direct());
      await().until(() -> greetings(desk, desk.direct()).size() == 1);

      desk.platform().say(desk.ann(), desk.direct(), Optional.empty(), "fix the login");

      scene.agents(all -> all.size() == 1);
    }
  }

  @ParameterizedTest
  @MethodSource("greeters")
  void aHelloIsAnsweredWithoutAnAgent(Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = on.apply(scene);

      desk.sees(desk.say(desk.ann(), "@tiller hello!"), "Mention me with a task");

      assertThat(scene.cursor().agents()).isEmpty();
    }
  }

  static Stream<Named<Function<Scene, Desk>>> greeters() {
    return Stream.of(slack(), teams());
  }
}
