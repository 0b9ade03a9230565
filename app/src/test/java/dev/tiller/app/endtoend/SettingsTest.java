package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.widgets.Widgets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Settings by text, form and reviewed file. Ann is an admin of the playground, Ben is not.
class SettingsTest {

  private static final Pace QUICK =
      new Pace(Duration.ofMillis(20), Duration.ofMillis(30), 3, false);

  @TempDir Path folder;

  static Stream<Named<Function<Scene, Desk>>> platforms() {
    return Stream.of(Named.of("Slack", Scene::slack), Named.of("Teams", Scene::teams));
  }

  private static String asks(Desk desk, String person, String text) {
    return desk.say(person, "@tiller " + text);
  }

  private static Message answer(Desk desk, String person, String text, String expected) {
    return desk.sees(asks(desk, person, text), expected);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void anAdminSetsByTextWhatOthersThenGet(Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = on.apply(scene);
      answer(desk, desk.ben(), "settings channel repo=acme/web", "Only admins can change");
      answer(desk, desk.ben(), "rules add frontend acme/web", "Only admins can change");
      answer(desk, desk.ann(), "settings channel repo=acme/web", "not set → acme/web");
      answer(desk, desk.ann(), "rules add backend acme/api", "none → acme/api");

      answer(desk, desk.ben(), "settings", "acme/web (set for this channel)");
      answer(desk, desk.ben(), "rules list", "backend → acme/api");
      var thread = asks(desk, desk.ben(), "fix the login bug");
      desk.sees(thread, "Done, the pull request is ready");

      assertThat(scene.agents(all -> all.size() == 1).getFirst().toString()).contains("acme/web");
    }
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void aChannelOpensItsAgentsToTheTeam(Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = on.apply(scene);
      var thread = asks(desk, desk.ann(), "repo=acme/web fix the login bug");
      desk.sees(thread, "Done, the pull request is ready");
      desk.reply(desk.ben(), thread, "@tiller also add tests");
      desk.sees(thread, "Only Ann Lee can steer this agent");

      answer(desk, desk.ann(), "settings channel followups=team", "not set → team");
      desk.reply(desk.ben(), thread, "@tiller also add documents");

      desk.sees(thread, "also add documents");
    }
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void theFormShowsWhatHoldsAndChangesIt(Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = on.apply(scene);
      answer(desk, desk.ann(), "settings channel repo=acme/web", "not set → acme/web");
      var card = answer(desk, desk.ann(), "settings", "Settings that hold for you here");
      var ann = new Widgets(desk.platform(), desk.ann());

      desk.isTold(desk.ben(), desk.press(desk.ben(), card, "Edit this channel’s"), "Only admins");
      desk.press(desk.ann(), card, "Edit this channel’s");
      assertThat(ann.filledIn()).containsEntry("Repository", "acme/web");
      assertThat(ann.openForm().wire().toString())
          .contains("In effect for you: acme/web (set for this channel)");
      ann.submit(Map.of("Repository", "acme/api", "Who may follow up", "team"));

      var shown = desk.sees(card.thread(), "Ann Lee has changed settings");
      assertThat(shown.text())
          .contains("Repository: acme/web → acme/api", "Who may follow up: not set → team")
          .doesNotContain("Model");
    }
  }

  @Test
  void slacksHomeShowsOnesOwnSettingsAndChangesThem() throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = scene.slack();
      var ben = new Widgets(desk.platform(), desk.ben());
      desk.platform().openHome(desk.ben());
      await().until(() -> ben.home().isPresent());
      assertThat(ben.home().orElseThrow().toString()).contains("Your settings", "Cursor’s default");

      ben.pressHome("Edit mine");
      ben.submit(Map.of("Pull request by itself", "no"));

      await().until(() -> ben.home().orElseThrow().toString().contains("no (set by you)"));
    }
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void theReviewedFileWinsAndIsReadAnew(Function<Scene, Desk> on) throws Exception {
    var file = folder.resolve("tiller-settings.yaml");
    Files.writeString(file, file("acme/web"));
    var settings = new HashMap<>(Scene.memory());
    settings.put("TILLER_SETTINGS_FILE", file.toString());
    try (var scene = Scene.start(CursorApi.V1, QUICK, settings)) {
      var desk = on.apply(scene);
      answer(
          desk, desk.ben(), "settings", "acme/web (set in the reviewed file for this workspace)");
      answer(
          desk,
          desk.ann(),
          "settings workspace repo=acme/api",
          "set in the reviewed file (tiller-settings.yaml) and cannot be changed here");

      Files.writeString(file, file("acme/api"));
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> {
            var thread = asks(desk, desk.ben(), "settings");
            return desk.sees(thread, "Settings that hold for you here")
                .text()
                .contains("acme/api (set in the reviewed file");
          });
    }
  }

  private static String file(String repository) {
    return """
    slack:
      T0ACME:
        defaults: {repo: %1$s}
    teams:
      ac3e0000-0000-4000-8000-0000000000ac:
        defaults: {repo: %1$s}
    """
        .formatted(repository);
  }
}
