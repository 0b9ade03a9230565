package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What people write and click, on both platforms, with both versions of Cursor's API.
class ConversationTest {

  private static final String TASK = "@tiller repo=acme/web fix the login bug";

  static Stream<Arguments> everywhere() {
    return Stream.of(CursorApi.values())
        .flatMap(api ->
            Stream.<Map.Entry<String, Function<Scene, Desk>>>of(
                    Map.entry("Slack", Scene::slack), Map.entry("Teams", Scene::teams))
                .map(desk -> Arguments.of(api, desk.getKey(), desk.getValue())));
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aMentionBecomesAPullRequestCard(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);

      var thread = desk.say(desk.ann(), TASK);

      var card = desk.sees(thread, "Pull request ready");
      assertThat(card.text()).contains("acme/web").contains("Ann Lee");
      assertThat(card.wire().toString()).contains("View pull request").contains("View changes");
      var notice = desk.sees(thread, "Done, the pull request is ready");
      assertThat(notice.text()).contains("Ann Lee");
      assertThat(notice.wire().toString()).contains("https://github.com/acme/web/pull/1");
      assertThat(desk.shown(thread)).hasSize(2);
      assertThat(scene.cursor().createCalls()).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aFollowUpContinuesTheAgentWithACardOfItsOwn(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), TASK);
      desk.sees(thread, "Done, the pull request is ready");

      desk.reply(desk.ann(), thread, "@tiller also add tests");

      desk.sees(thread, "Follow-up 1");
      desk.until(thread, all -> all.size() == 4);
      var agents = scene.agents(all -> all.getFirst().prompts().size() == 2);
      assertThat(agents).hasSize(1);
      assertThat(agents.getFirst().prompts())
          .containsExactly("fix the login bug", "also add tests");
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aFollowUpWhileTheAgentIsBusyWaitsItsTurn(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.manual(api)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), TASK);
      desk.sees(thread, "Agent at work");

      desk.reply(desk.ann(), thread, "@tiller also add tests");

      desk.sees(thread, "Waiting, next in line");
      var agent = scene.cursor().agents().getFirst();
      assertThat(agent.prompts()).hasSize(1);
      scene.cursor().finish(agent.id(), Ending.PULL_REQUEST);
      scene.agents(all -> all.getFirst().prompts().size() == 2);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void stopEndsTheRunAndSaysSo(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.manual(api)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), TASK);
      var card = desk.sees(thread, "Agent at work");

      desk.isTold(desk.ben(), desk.press(desk.ben(), card, "Stop"), "Only Ann Lee");
      assertThat(desk.shown(thread)).anyMatch(one -> one.text().contains("Agent at work"));
      desk.press(desk.ann(), card, "Stop");

      desk.sees(thread, "Stopped by Ann Lee.");
      assertThat(desk.shown(thread)).noneMatch(one -> one.text().contains("Agent at work"));
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aFailureOffersARetryThatStartsOneNewAgent(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), "@tiller repo=acme/web break it #error");
      var card = desk.sees(thread, "The agent stopped with an error.");

      desk.press(desk.ann(), card, "Retry");
      desk.press(desk.ann(), card, "Retry");

      scene.agents(all -> all.size() == 2);
      desk.until(thread, all -> all.size() == 4);
      assertThat(scene.cursor().createCalls()).isEqualTo(2);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aRefusedLaunchSaysWhyAndWhatToDo(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);

      var thread = desk.say(desk.ann(), "@tiller repo=acme/web do it #limit");

      assertThat(desk.sees(thread, "The agent did not start").text()).contains("Cursor");
      assertThat(scene.cursor().agents()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aMessageDeliveredTwiceOrEditedStartsOneAgent(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), TASK);

      desk.platform().redeliver(thread);
      desk.platform().edit(desk.ann(), desk.channel(), thread, TASK + " now");

      desk.sees(thread, "Done, the pull request is ready");
      var other = desk.say(desk.ben(), "@tiller help");
      desk.sees(other, "What I can do");
      assertThat(scene.cursor().createCalls()).isEqualTo(1);
      assertThat(desk.shown(thread)).hasSize(2);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aLaunchWithALostAnswerIsFoundAndNotRepeated(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      scene.cursor().faults().next(Operation.CREATE_AGENT, new Fault.LostAnswer());

      var thread = desk.say(desk.ann(), TASK);

      desk.sees(thread, "Done, the pull request is ready");
      assertThat(scene.cursor().agents()).hasSize(1);
      assertThat(scene.cursor().createCalls()).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aServiceThatDeclinesForNowIsAskedAgain(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var busy =
          new Fault.Answer(
              429,
              "application/json",
              "{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down\"}}",
              Map.of("Retry-After", "1"));
      scene.cursor().faults().next(Operation.CREATE_AGENT, busy);

      var thread = desk.say(desk.ann(), TASK);

      desk.sees(thread, "Done, the pull request is ready");
      assertThat(scene.cursor().agents()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void theFormSendsAFollowUp(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), TASK);
      var card = desk.sees(thread, "Pull request ready");

      desk.press(desk.ann(), card, "Add follow-up");
      var form = desk.platform().view().forms().getFirst();
      var values = Map.of("prompt", "also add tests", "field_prompt", "also add tests");
      desk.platform().submit(desk.ann(), form.id(), values);

      var agents = scene.agents(all -> all.getFirst().prompts().size() == 2);
      assertThat(agents.getFirst().prompts()).endsWith("also add tests");
      assertThat(desk.platform().view().forms()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void otherBotsAndTheBotItselfStartNothing(CursorApi api, String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      sayAsOtherBot(scene, desk);

      var thread = desk.say(desk.ann(), "@tiller help");

      desk.sees(thread, "What I can do");
      assertThat(scene.cursor().createCalls()).isZero();
    }
  }

  private static void sayAsOtherBot(Scene scene, Desk desk) {
    var standIns = scene.playground().standIns();
    if (desk.platform().equals(standIns.slack())) {
      standIns.slack().sayAsOtherBot(desk.channel(), Optional.empty(), TASK);
    } else {
      standIns.teams().sayAsOtherBot(desk.channel(), Optional.empty(), TASK);
    }
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void anEndingIsShownOnceHoweverOftenItIsReported(
      CursorApi api, String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(api)) {
      var desk = on.apply(scene);
      scene.cursor().faults().next(Operation.WEBHOOK, new Fault.RepeatedWebhook(3));
      scene.cursor().faults().next(Operation.STREAM, new Fault.CutStream(3, true));

      var thread = desk.say(desk.ann(), TASK);

      desk.sees(thread, "Done, the pull request is ready");
      var other = desk.say(desk.ann(), "@tiller status");
      desk.sees(other, "no agent in this thread");
      assertThat(desk.shown(thread)).hasSize(2);
    }
  }
}
