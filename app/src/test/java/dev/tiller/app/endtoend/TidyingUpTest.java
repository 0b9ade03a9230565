package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.core.store.DatabaseSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Putting agents away, bringing them back and deleting them, on both platforms, with both versions
/// of Cursor's API.
class TidyingUpTest {

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
  void deletingIsAskedBackAndDoneOnce(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    var database = Scene.memory();
    try (var scene = Scene.start(api, quick(), database)) {
      var desk = on.apply(scene);
      var thread = finished(desk);

      desk.reply(desk.ben(), thread, "@tiller delete");
      desk.sees(thread, "Only Ann Lee can steer this agent");
      desk.reply(desk.ann(), thread, "@tiller delete");
      var question = desk.sees(thread, "Delete agent 1 for good?");
      assertThat(question.text()).contains("Nothing can bring that back");
      desk.isTold(desk.ben(), desk.press(desk.ben(), question, "Delete for good"), "Only Ann Lee");
      assertThat(scene.cursor().agents()).hasSize(1);
      desk.press(desk.ann(), question, "Delete for good");
      desk.press(desk.ann(), question, "Delete for good");

      assertThat(desk.sees(thread, "Agent 1 is deleted").id()).isEqualTo(question.id());
      assertThat(scene.cursor().agents()).isEmpty();
      var card = desk.sees(thread, "The agent was deleted");
      assertThat(card.wire().toString())
          .contains("View pull request")
          .doesNotContain("Add follow-up", "Open in Cursor");
      desk.reply(desk.ann(), thread, "@tiller also add tests");
      desk.sees(thread, "nobody can take this");
      assertThat(scene.cursor().createCalls()).isEqualTo(1);
      assertThat(audited(database))
          .containsExactly(
              "launch by member",
              "delete refused by steering=owner",
              "delete asked back by owner",
              "delete refused by steering=owner",
              "delete by owner");
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void whatIsKeptIsNotDeletedByALaterClick(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = finished(desk);
      desk.reply(desk.ann(), thread, "@tiller delete #1");
      var question = desk.sees(thread, "Delete agent 1 for good?");

      desk.press(desk.ann(), question, "Keep");

      desk.sees(thread, "Agent 1 is kept");
      desk.isTold(
          desk.ann(), desk.press(desk.ann(), question, "Delete for good"), "settled already");
      assertThat(scene.cursor().agents()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void anAgentAtWorkIsStoppedAndDeleted(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.manual(api)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), TASK);
      desk.sees(thread, "Agent at work");
      desk.reply(desk.ann(), thread, "@tiller delete");

      desk.press(desk.ann(), desk.sees(thread, "will be stopped"), "Delete for good");

      desk.sees(thread, "Agent 1 is deleted");
      desk.until(
          thread,
          all ->
              all.stream()
                  .anyMatch(one ->
                      one.text().contains("Stopped by Ann Lee.")
                          || one.text().contains("Its agent was deleted.")));
      assertThat(scene.cursor().agents()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void anArchivedAgentTakesNoFollowUpsUntilItIsBack(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    var database = Scene.memory();
    try (var scene = Scene.start(api, quick(), database)) {
      var desk = on.apply(scene);
      var thread = finished(desk);
      desk.reply(desk.ann(), thread, "@tiller archive");
      if (api == CursorApi.V0) {
        desk.sees(thread, "CURSOR_API=v1");
        return;
      }
      desk.sees(thread, "Agent 1 is archived. It takes");
      desk.reply(desk.ann(), thread, "@tiller also add tests");
      var refusal = desk.sees(thread, "Nothing was sent");

      desk.isTold(desk.ben(), desk.press(desk.ben(), refusal, "Unarchive"), "Only Ann Lee");
      desk.press(desk.ann(), refusal, "Unarchive");
      desk.press(desk.ann(), refusal, "Unarchive");

      desk.sees(thread, "Agent 1 is back");
      desk.reply(desk.ann(), thread, "@tiller also add tests");
      scene.agents(all -> all.getFirst().prompts().size() == 2);
      assertThat(audited(database))
          .startsWith("launch by member", "archive by owner", "unarchive refused by steering=owner")
          .contains("unarchive by owner");
    }
  }

  @Test
  void anotherAgentOfTheThreadIsNamedByItsNumber() throws Exception {
    try (var scene = Scene.manual(CursorApi.V1)) {
      var teams = scene.teams();
      var thread = teams.say(teams.ann(), TASK);
      teams.sees(thread, "Agent at work");
      teams.reply(teams.ann(), thread, "@tiller agent repo=acme/api look at the logs");
      teams.sees(thread, "#2 · ");
      scene.agents(all -> all.size() == 2);
      scene.cursor().agents().forEach(it -> scene.cursor().finish(it.id(), Ending.NOTHING));
      teams.until(
          thread, all -> all.stream().filter(it -> it.text().contains("Done")).count() == 2);

      teams.reply(teams.ann(), thread, "@tiller delete");
      var which = teams.sees(thread, "Which one?");
      teams.press(teams.ann(), which, "Delete agent 2");

      assertThat(teams.sees(thread, "Delete agent 2 for good?").text())
          .contains("look at the logs");
    }
  }

  private static Pace quick() {
    return new Pace(Duration.ofMillis(20), Duration.ofMillis(30), 3, false);
  }

  /// The audit record, as acts and rules.
  private static List<String> audited(Map<String, String> settings) throws SQLException {
    var database =
        DatabaseSettings.of(settings.getOrDefault("TILLER_DATABASE_URL", ""), "tiller", "");
    var lines = new ArrayList<String>();
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select act, rule from audit where act not like 'message %' order by id")) {
      while (rows.next()) {
        lines.add(rows.getString(1) + " by " + rows.getString(2));
      }
    }
    return lines;
  }
}
