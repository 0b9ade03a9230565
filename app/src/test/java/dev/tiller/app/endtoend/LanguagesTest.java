package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.standin.chat.PlatformView.Message;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who reads what in which language. Ann is an admin of the playground, Ben is not.
class LanguagesTest {

  private static final String TITLE = "What I can do";
  private static final String GERMAN_TITLE = "Was ich kann";

  static Stream<Named<Function<Scene, Desk>>> platforms() {
    return Stream.of(Named.of("Slack", Scene::slack), Named.of("Teams", Scene::teams));
  }

  static Stream<Arguments> ways() {
    return platforms()
        .flatMap(platform ->
            Stream.of(
                Arguments.of(platform, "me", "Edit mine", TITLE),
                Arguments.of(platform, "channel", "Edit this channel’s", GERMAN_TITLE),
                Arguments.of(platform, "workspace", "Edit the workspace’s", GERMAN_TITLE)));
  }

  private static Message answer(Desk desk, String person, String text, String expected) {
    return desk.sees(desk.say(person, "@tiller " + text), expected);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aLanguageIsSetByTextAndTakenBack(
      Function<Scene, Desk> on, String whose, String edit, String forOthers) throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = on.apply(scene);

      answer(
          desk,
          desk.ann(),
          "settings " + whose + " language=de",
          "Sprache: nicht gesetzt → Deutsch");
      answer(desk, desk.ann(), "help", GERMAN_TITLE);
      answer(desk, desk.ben(), "help", forOthers);

      answer(
          desk, desk.ann(), "settings " + whose + " language=unset", "Language: Deutsch → not set");
      answer(desk, desk.ann(), "help", TITLE);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aLanguageIsChosenInTheForm(
      Function<Scene, Desk> on, String whose, String edit, String forOthers) throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = on.apply(scene);
      var card = answer(desk, desk.ann(), "settings", "Settings that hold for you here");

      desk.press(desk.ann(), card, edit);
      desk.as(desk.ann()).submit(Map.of("Language", "Deutsch"));

      await().untilAsserted(() -> answer(desk, desk.ann(), "help", GERMAN_TITLE));
      answer(desk, desk.ben(), "help", forOthers);
    }
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void whoSpeaksGermanIsAskedToldAndGivenFormsInGerman(Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = on.apply(scene);
      answer(desk, desk.ben(), "settings me language=de", "Deine Einstellungen in");

      var thread = desk.say(desk.ben(), "@tiller rpeo=acme/web fix it");
      desk.sees(thread, "Meintest du repo=?");
      answer(desk, desk.ben(), "whoami", "Wer du bist und wessen Schlüssel ich benutze");
      answer(desk, desk.ben(), "repos web", "Repositorys mit „web“");
      answer(desk, desk.ben(), "explain: repo=acme/web fix it", "Das würde einen Agenten starten");
      answer(desk, desk.ben(), "rules add a acme/web", "Nur Admins können die Regeln");
      var card = answer(desk, desk.ben(), "fix the login bug", "Welches Repository?");

      desk.as(desk.ben()).choose(card, "acme/web");
      desk.sees(card.thread(), "Geht weiter mit acme/web");
    }
  }

  /// Forms and notes are for one person, whoever has spoken in the thread.
  @ParameterizedTest
  @MethodSource("platforms")
  void aColleaguesOwnFormStaysInTheirLanguage(Function<Scene, Desk> on) throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = on.apply(scene);
      answer(desk, desk.ben(), "settings me language=de", "nicht gesetzt → Deutsch");
      var said = answer(desk, desk.ben(), "settings me language=de", "Deutsch, wie zuvor");

      desk.press(desk.ben(), said, "Bearbeiten");
      assertThat(desk.as(desk.ben()).filledIn()).containsEntry("Sprache", "de");
      desk.press(desk.ann(), said, "Bearbeiten");
      assertThat(desk.as(desk.ann()).filledIn()).containsKeys("Language", "Repository");
      assertThat(desk.as(desk.ann()).openForm().wire().toString())
          .contains("Your settings", "In effect for you")
          .doesNotContain("Für dich gilt");
    }
  }

  @Test
  void theBotsOwnPageSpeaksItsVisitorsLanguage() throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = scene.slack();
      answer(desk, desk.ben(), "settings me language=de", "nicht gesetzt → Deutsch");

      desk.platform().openHome(desk.ben());
      desk.platform().openHome(desk.ann());

      await().until(() -> home(desk, desk.ben()).contains("Cursor"));
      await().until(() -> home(desk, desk.ann()).contains("Cursor"));
      assertThat(home(desk, desk.ben())).contains("von dir gesetzt", "das übliche von Cursor");
      assertThat(home(desk, desk.ann())).contains("Cursor’s default").doesNotContain("gesetzt");
    }
  }

  private static String home(Desk desk, String person) {
    return desk.as(person).home().map(Object::toString).orElse("");
  }

  @Test
  void aThreadSpeaksWithWhoeverAddressedTheBotLast() throws Exception {
    try (var scene = Scene.quick(CursorApi.V1)) {
      var desk = scene.slack();
      answer(desk, desk.ben(), "settings me language=de", "nicht gesetzt → Deutsch");
      var thread = desk.say(desk.ben(), "@tiller rules");

      desk.sees(thread, "Es gibt noch keine Regeln.");
      desk.reply(desk.ann(), thread, "@tiller rules");
      desk.sees(thread, "There are no rules yet.");
      desk.reply(desk.ben(), thread, "@tiller aliases");
      desk.sees(thread, "Es gibt noch keine Aliasse.");
    }
  }
}
