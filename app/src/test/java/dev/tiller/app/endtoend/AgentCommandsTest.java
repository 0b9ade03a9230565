package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Asking about agents and the account, on both platforms, with both versions of Cursor's API.
class AgentCommandsTest {

  private static final String TASK = "@tiller repo=acme/web fix the login bug";

  static Stream<Arguments> everywhere() {
    return ConversationTest.everywhere();
  }

  private static String finished(Desk desk) {
    var thread = desk.say(desk.ann(), TASK);
    desk.sees(thread, "Done, the pull request is ready");
    return thread;
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void everybodyCanAskHowThingsStand(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = finished(desk);

      desk.reply(desk.ben(), thread, "@tiller status #1");
      var status = desk.sees(thread, "#1 · Pull request ready");
      desk.reply(desk.ben(), thread, "@tiller whoami");
      var whoami = desk.sees(thread, "Who you are");
      desk.reply(desk.ben(), thread, "@tiller models composer");
      desk.reply(desk.ben(), thread, "@tiller repos web");
      desk.reply(desk.ann(), thread, "@tiller list");
      var list = desk.sees(thread, "Your latest agents");
      var models = desk.sees(thread, "Models with “composer”");

      assertThat(status.text())
          .contains("acme/web", "https://github.com/acme/web/pull/1", "In Cursor", "Asked Cursor");
      assertThat(whoami.text())
          .contains("Ben Ortiz", "Acme bot", api == CursorApi.V1 ? "v1" : "v0")
          .contains("no agent of this thread");
      assertThat(models.text()).contains("composer");
      assertThat(desk.sees(thread, "Repositories with “web”").text())
          .contains("acme/web", "As Cursor said just now")
          .doesNotContain("acme/api");
      assertThat(list.text()).contains("Pull request ready", "acme/web", "fix the login bug");
      assertThat(list.wire().toString()).contains("https://", "open thread");
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void theConversationIsReadPageByPageInOneMessage(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = finished(desk);
      for (var i = 1; i <= 3; i++) {
        desk.reply(desk.ann(), thread, "@tiller further wish number " + i);
        var number = i;
        desk.until(thread, all -> all.size() == 2 + 2 * number);
      }
      desk.until(
          thread,
          all -> all.stream().filter(one -> one.text().contains("Done, the pull")).count() == 4);

      desk.reply(desk.ben(), thread, "@tiller conversation");
      var newest = desk.sees(thread, "Conversation with agent 1");
      assertThat(newest.text()).contains("further wish number 3");
      desk.isTold(desk.ann(), desk.press(desk.ann(), newest, "Older"), "Only Ben Ortiz");
      int before = desk.shown(thread).size();
      desk.press(desk.ben(), newest, "Older");
      desk.press(desk.ben(), newest, "Older");

      var older = desk.sees(thread, "Messages 1 to");
      assertThat(older.id()).isEqualTo(newest.id());
      assertThat(older.text()).contains("Ann Lee", "fix the login bug");
      desk.press(desk.ben(), older, "Newer");
      desk.sees(thread, "further wish number 3");
      assertThat(desk.shown(thread)).hasSize(before);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void usageIsToldOnTheCardAndWhenAsked(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      scene.cursor().faults().next(Operation.USAGE, new Fault.Answer(500, "{}"));
      var thread = finished(desk);

      desk.reply(desk.ann(), thread, "@tiller usage");

      if (api == CursorApi.V0) {
        desk.sees(thread, "CURSOR_API=v1");
        assertThat(desk.shown(thread)).noneMatch(one -> one.text().contains("Used"));
        return;
      }
      assertThat(desk.sees(thread, "Agent 1 has used").text()).contains("k tokens · $0.0");
      assertThat(
              desk.until(
                  thread,
                  all ->
                      all.stream()
                          .anyMatch(one ->
                              one.text().contains("Pull request ready")
                                  && one.text().contains("k tokens"))))
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(CursorApi.class)
  void aServiceThatDoesNotAnswerIsSaidSo(CursorApi api) throws Exception {
    try (var scene = Scene.impatient(api)) {
      var desk = scene.slack();
      var thread = finished(desk);
      var slow = new Fault.Slow(Duration.ofSeconds(20), Duration.ZERO);
      for (var operation : List.of(Operation.ME, Operation.MODELS, Operation.GET_AGENT)) {
        scene.cursor().faults().next(operation, 9, slow);
      }

      desk.reply(desk.ann(), thread, "@tiller models");
      desk.reply(desk.ann(), thread, "@tiller status");
      desk.reply(desk.ann(), thread, "@tiller whoami");

      desk.sees(thread, "Cursor did not answer in time");
      assertThat(desk.sees(thread, "#1 · Pull request ready").text())
          .contains("this is what was known before");
      assertThat(desk.sees(thread, "Who you are").text()).contains("did not answer", "Ann Lee");
    }
  }
}
