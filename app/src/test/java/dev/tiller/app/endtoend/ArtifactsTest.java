package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Faults;
import dev.tiller.app.standin.chat.Faults.Fault;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.chat.SharedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Looking at what an agent has left, on both platforms, with both versions of Cursor's API.
class ArtifactsTest {

  private static final String TASK = "@tiller repo=acme/web draw the login page #only-screenshot";
  private static final String PICTURE = "screenshot.png, left by agent 1";
  private static final Pattern KEPT = Pattern.compile("/attachments/([^/]+)/views/");

  static Stream<Arguments> everywhere() {
    return ConversationTest.everywhere();
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aPictureIsListedAndAppearsAfterAClick(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = finished(desk, TASK + " #only-log");

      desk.reply(desk.ben(), thread, "@tiller artifacts");
      var list = desk.sees(thread, "Agent 1 has left 2 files");
      desk.press(desk.ben(), list, "Show screenshot.png");
      desk.isTold(
          desk.ann(), desk.press(desk.ann(), list, "Show screenshot.png"), "asked for already");

      var picture = desk.sees(thread, PICTURE);
      var content = files(desk, picture).getFirst().content();
      assertThat(content).startsWith(0x89, 'P', 'N', 'G');
      assertThat(list.text()).contains("test-output.log").contains("only in Cursor");
      assertThat(desk.shown(thread)).filteredOn(one -> one.text().contains(PICTURE)).hasSize(1);
      assertThat(scene.cursor().leakedKeys()).isZero();
      assertThat(scene.playground().standIns().traffic().after(0))
          .filteredOn(entry -> !entry.service().equals("cursor"))
          .extracting(Traffic.Entry::request)
          .noneMatch(request -> request.contains("object-store"));
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void theCardOfARunThatLeftAPictureOffersIt(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = finished(desk, TASK);
      desk.until(
          thread,
          all -> all.stream().anyMatch(one -> one.wire().toString().contains("Show artifacts")));

      desk.press(desk.ben(), desk.sees(thread, "Pull request ready"), "Show artifacts");

      desk.press(desk.ben(), desk.sees(thread, "Agent 1 has left a file"), "Show screenshot.png");
      assertThat(files(desk, desk.sees(thread, PICTURE))).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void allShowsWhatThePlatformTakesAndSaysWhatItDoesNot(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = finished(desk, TASK + " #only-video #only-report");

      desk.reply(desk.ann(), thread, "@tiller artifacts all");

      desk.sees(thread, PICTURE);
      var word = desk.sees(thread, "of the 3 files of agent 1");
      assertThat(word.text()).contains("report.md").contains("only in Cursor");
      assertThat(word.wire().toString()).contains("Open in Cursor");
      if (name.equals("Slack")) {
        desk.sees(thread, "demo.mp4, left by agent 1");
      } else {
        assertThat(word.text()).contains("Microsoft Teams does not take from a bot");
      }
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aFileWhoseArrivalIsUnknownIsNotSentAgain(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = finished(desk, TASK);
      desk.reply(desk.ann(), thread, "@tiller artifacts");
      var list = desk.sees(thread, "Agent 1 has left a file");
      lastStep(scene, name, new Fault.LoseAnswer());

      desk.press(desk.ann(), list, "Show screenshot.png");

      var word = desk.sees(thread, "I cannot say whether “screenshot.png” has arrived");
      assertThat(word.text()).contains("write artifacts");
      assertThat(desk.shown(thread)).filteredOn(one -> one.text().contains(PICTURE)).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aPlatformThatDeclinesForNowIsAskedAgain(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = finished(desk, TASK);
      desk.reply(desk.ann(), thread, "@tiller artifacts");
      var list = desk.sees(thread, "Agent 1 has left a file");
      var busy = new Fault.Answer(429, "application/json", "{}", Map.of("Retry-After", "1"));
      lastStep(scene, name, busy);

      desk.press(desk.ann(), list, "Show screenshot.png");

      assertThat(files(desk, desk.sees(thread, PICTURE))).hasSize(1);
    }
  }

  /// The step after which a file is seen.
  private static void lastStep(Scene scene, String name, Fault fault) {
    var standIns = scene.playground().standIns();
    Faults faults = name.equals("Slack") ? standIns.slack().faults() : standIns.teams().faults();
    faults.next(name.equals("Slack") ? "files.completeUploadExternal" : "sendActivity", 1, fault);
  }

  private static String finished(Desk desk, String task) {
    var thread = desk.say(desk.ann(), task);
    desk.sees(thread, "Done, the pull request is ready");
    return thread;
  }

  private static List<SharedFile> files(Desk desk, Message message) {
    var slack = message.wire().path("files").findValuesAsText("id").stream();
    var teams =
        KEPT.matcher(message.wire().path("attachments").toString())
            .results()
            .map(it -> it.group(1));
    return Stream.concat(slack, teams)
        .map(id -> desk.platform().file(id))
        .flatMap(Optional::stream)
        .toList();
  }
}
