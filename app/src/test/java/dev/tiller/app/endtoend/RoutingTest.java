package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is ambiguous is asked, what was chosen is told, on both platforms.
class RoutingTest {

  private static final Pace QUICK =
      new Pace(Duration.ofMillis(20), Duration.ofMillis(30), 3, false);

  static Stream<Arguments> platforms() {
    return Stream.<Map.Entry<String, Function<Scene, Desk>>>of(
            Map.entry("Slack", Scene::slack), Map.entry("Teams", Scene::teams))
        .map(desk -> Arguments.of(desk.getKey(), desk.getValue()));
  }

  /// A bot that has heard from Cursor which repositories there are.
  private static Scene scene(Pace pace) throws Exception {
    var usual = Options.playground().withPace(pace);
    var account = usual.account();
    var cursor =
        usual.withAccount(
            new Options.Account(
                account.keys(),
                List.of("acme/web", "acme/api", "acme/docs", "other/docs"),
                account.pools(),
                account.refuseShas()));
    var scene = Scene.start(CursorApi.V1, cursor, Scene.memory(), Duration.ofMinutes(20));
    var desk = scene.slack();
    desk.sees(desk.say(desk.ben(), "@tiller repos"), "other/docs");
    desk.sees(desk.say(desk.ben(), "@tiller models"), "gpt-5.3-codex");
    return scene;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platforms")
  void whatIsMissingIsChosenOnceByWhoAsked(String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = scene(QUICK)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), "@tiller fix the login bug");
      var card = desk.sees(thread, "Which repository?");
      assertThat(scene.cursor().createCalls()).isZero();
      assertThat(desk.as(desk.ann()).offered(card, "docs"))
          .containsExactlyInAnyOrder("acme/docs", "other/docs");

      benCannotChoose(desk, card);
      desk.as(desk.ann()).choose(card, "acme/api");
      chooseAgain(desk, card);

      var launched = desk.sees(thread, "Pull request ready");
      assertThat(launched.text()).contains("acme/api (chosen when asked)").contains("Ann Lee");
      assertThat(desk.sees(thread, "Goes on with acme/api").wire().toString())
          .contains("Remember for this channel");
      assertThat(scene.cursor().createCalls()).isEqualTo(1);
      assertThat(scene.cursor().agents().getFirst().prompts()).containsExactly("fix the login bug");
    }
  }

  /// On Slack others do not even find anything to choose.
  private static void benCannotChoose(Desk desk, Message card) {
    var ben = desk.as(desk.ben());
    if (desk.platform().id().equals("slack")) {
      assertThat(ben.offered(card, "api")).isEmpty();
    } else {
      desk.isTold(desk.ben(), ben.choose(card, "acme/api"), "can choose here");
    }
  }

  /// On Slack there is nothing to find any more.
  private static void chooseAgain(Desk desk, Message card) {
    var ann = desk.as(desk.ann());
    if (desk.platform().id().equals("slack")) {
      assertThat(ann.offered(card, "api")).isEmpty();
    } else {
      desk.isTold(desk.ann(), ann.choose(card, "acme/web"), "settled already");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platforms")
  void ofATieTheCandidatesAreButtons(String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = scene(QUICK)) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), "@tiller repo=docs fix a typo");
      var card = desk.sees(thread, "Which repository?");

      desk.isTold(desk.ben(), desk.press(desk.ben(), card, "Use other/docs"), "can choose here");
      desk.press(desk.ann(), card, "Use other/docs");
      desk.press(desk.ann(), card, "Use acme/docs");

      assertThat(desk.sees(thread, "Pull request ready").text()).contains("other/docs");
      assertThat(scene.cursor().createCalls()).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platforms")
  void aNearMissIsOneClickFromWhatWasMeant(String name, Function<Scene, Desk> on) throws Exception {
    try (var scene = scene(QUICK)) {
      var desk = on.apply(scene);

      var repository = desk.say(desk.ann(), "@tiller repo=acme/wbe fix it");
      desk.press(desk.ann(), desk.sees(repository, "Did you mean acme/web?"), "Use acme/web");
      desk.sees(repository, "Pull request ready");

      var option = desk.say(desk.ann(), "@tiller rpeo=acme/api fix it");
      desk.press(desk.ann(), desk.sees(option, "Nothing was started."), "Use repo=acme/api");
      assertThat(desk.sees(option, "Pull request ready").text()).contains("acme/api");

      var model = desk.say(desk.ann(), "@tiller repo=acme/web model=gpt-5.3-codx fix it");
      desk.press(desk.ann(), desk.sees(model, "Did you mean gpt-5.3-codex?"), "Use gpt-5.3-codex");
      desk.sees(model, "Pull request ready");
      assertThat(scene.cursor().createCalls()).isEqualTo(3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platforms")
  void whereSomebodyWorkedLatelyIsWhereTheyGoOn(String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = scene(QUICK)) {
      var desk = on.apply(scene);
      desk.sees(desk.say(desk.ann(), "@tiller repo=acme/api fix it"), "Pull request ready");

      var next = desk.say(desk.ann(), "@tiller and something else");
      var other = desk.say(desk.ben(), "@tiller and something else");

      desk.sees(next, "acme/api (you worked there today)");
      desk.sees(other, "Which repository?");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platforms")
  void anAdminMakesTheChoiceTheChannelsDefaultAndOthersCannot(String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = scene(QUICK)) {
      var desk = on.apply(scene);
      var bens = desk.say(desk.ben(), "@tiller fix the login bug");
      desk.as(desk.ben()).choose(desk.sees(bens, "Which repository?"), "acme/web");
      var hisCard = desk.sees(bens, "Goes on with acme/web");
      desk.isTold(
          desk.ben(), desk.press(desk.ben(), hisCard, "Remember for this channel"), "Only admins");

      var anns = desk.say(desk.ann(), "@tiller fix the login bug");
      desk.as(desk.ann()).choose(desk.sees(anns, "Which repository?"), "acme/api");
      desk.press(desk.ann(), desk.sees(anns, "Goes on with acme/api"), "Remember for this channel");
      desk.sees(anns, "this channel’s default");

      var explained = desk.say(desk.ben(), "@tiller explain: repo=acme/docs tidy up");
      assertThat(desk.sees(explained, "acme/docs (option repo=)").text())
          .contains("nothing was started");
      desk.sees(desk.say(desk.ben(), "@tiller settings"), "acme/api (set for this channel)");
      assertThat(scene.cursor().createCalls()).isEqualTo(2);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("platforms")
  void switchingRelaunchesTheRequestElsewhereOnce(String name, Function<Scene, Desk> on)
      throws Exception {
    try (var scene = scene(Pace.manually())) {
      var desk = on.apply(scene);
      var thread = desk.say(desk.ann(), "@tiller repo=acme/web fix the login bug");
      var card = desk.sees(thread, "Agent at work");

      desk.press(desk.ann(), card, "Switch repository");
      desk.as(desk.ann()).submit(Map.of("Repository", "acme/api"));

      var old = desk.sees(thread, "Switched to acme/api");
      assertThat(desk.sees(thread, "acme/api (switched from acme/web)").text())
          .contains("fix the login bug");
      desk.sees(thread, "Stopped by Ann Lee.");
      assertThat(old.wire().toString()).doesNotContain("Switch repository");
      var agents = scene.agents(all -> all.size() == 2);
      assertThat(agents).allMatch(agent -> agent.prompts().contains("fix the login bug"));
      desk.reply(desk.ann(), thread, "@tiller also add tests");
      desk.sees(thread, "Waiting, next in line");
    }
  }
}
