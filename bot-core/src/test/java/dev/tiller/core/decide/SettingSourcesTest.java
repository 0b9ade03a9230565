package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.decide.Settling.ADMINS;
import static dev.tiller.core.decide.Settling.THREAD;
import static dev.tiller.core.decide.Settling.defaults;
import static dev.tiller.core.decide.Settling.repository;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where each value on the settings card comes from.
class SettingSourcesTest {

  private static Defaults one(SettingName name, String value) {
    return value.equals("-") ? Defaults.NONE : defaults(name.key() + "=" + value);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          setting         | file: channel | channel  | file: me | me       | file: all | workspace | holds
          REPOSITORY      | -             | acme/web | -        | acme/api | -         | other/api | acme/web (set for this channel)
          REPOSITORY      | acme/api      | acme/web | -        | -        | -         | -         | acme/api (set in the reviewed file for this channel)
          REPOSITORY      | -             | -        | -        | acme/api | -         | other/api | acme/api (set by you)
          REPOSITORY      | -             | -        | acme/web | acme/api | -         | other/api | acme/web (set in the reviewed file for you)
          REPOSITORY      | -             | -        | -        | -        | -         | other/api | other/api (set for this workspace)
          REPOSITORY      | -             | -        | -        | -        | acme/web  | other/api | acme/web (set in the reviewed file for this workspace)
          REPOSITORY      | -             | acme/web | -        | -        | acme/api  | -         | acme/web (set for this channel)
          REPOSITORY      | -             | -        | -        | -        | -         | -         | asked each time (not set)
          BRANCH          | -             | -        | -        | -        | -         | -         | the repository’s default (not set)
          BRANCH          | -             | dev      | -        | -        | -         | -         | dev (set for this channel)
          MODEL           | -             | -        | -        | -        | -         | -         | Cursor’s default (not set)
          MODEL           | -             | auto     | -        | opus     | -         | -         | auto (set for this channel)
          AUTOPR          | -             | -        | -        | -        | -         | -         | yes (as usual)
          AUTOPR          | -             | -        | -        | no       | -         | -         | no (set by you)
          CONTEXT         | -             | -        | -        | -        | -         | -         | thread (as usual)
          CONTEXT         | -             | -        | -        | last:5   | -         | -         | last:5 (set by you)
          FOLLOW_UPS      | -             | -        | -        | -        | -         | -         | owner (this bot’s TILLER_STEERING)
          FOLLOW_UPS      | -             | team     | -        | -        | -         | owner     | team (set for this channel)
          SUMMARY_OUTSIDE | -             | -        | -        | -        | -         | -         | no (as usual)
          SUMMARY_OUTSIDE | no            | yes      | -        | -        | -         | yes       | no (set in the reviewed file for this channel)
          """)
  void eachValueIsToldWithItsSource(
      SettingName name,
      String fileChannel,
      String channel,
      String fileMe,
      String me,
      String fileAll,
      String workspace,
      String holds) {
    var file = new HashMap<ScopeKey, Defaults>();
    file.put(ScopeKey.channel(THREAD), one(name, fileChannel));
    file.put(ScopeKey.person(THREAD, BEN), one(name, fileMe));
    file.put(ScopeKey.workspace(THREAD), one(name, fileAll));
    var chosen =
        Settling.chosen(
            Map.of(
                Scope.CHANNEL, one(name, channel),
                Scope.PERSON, one(name, me),
                Scope.WORKSPACE, one(name, workspace)));
    var the = Settling.the(BEN, chosen, Settling.reviewed(ADMINS, false, file));

    assertThat(the.effective(name)).hasToString(holds);
    assertThat(SettingsCards.effective(the).facts())
        .contains(new Card.Fact("%s (%s)".formatted(name.label(), name.key()), holds));
  }

  @Test
  void theConfiguredRepositoryIsTheWeakest() {
    var the =
        new SettingsCase(
            THREAD,
            BEN,
            Preferences.NONE,
            Reviewed.NONE,
            Deciding.withDefault(repository("acme/web")),
            List.of(),
            List.of(),
            List.of());

    assertThat(the.effective(SettingName.REPOSITORY))
        .hasToString("acme/web (this bot’s TILLER_DEFAULT_REPO)");
  }

  @Test
  void everybodyGetsTheFormsTheyMayUse() {
    assertThat(labels(SettingsCards.effective(Settling.the(ANN))))
        .containsExactly("Edit this channel’s", "Edit mine", "Edit the workspace’s");
    assertThat(labels(SettingsCards.effective(Settling.the(BEN)))).containsExactly("Edit mine");
    assertThat(labels(home(Settling.GOVERNED)))
        .containsExactly("Edit mine", "Edit the workspace’s");
  }

  private static Card home(Reviewed reviewed) {
    return SettingsCards.home(
        Settling.at(Settling.HOME, ANN, Preferences.NONE, reviewed), List.of());
  }

  private static List<String> labels(Card card) {
    return card.buttons().stream().map(Button::label).toList();
  }

  @Test
  void adminsAloneAreToldOfTroubleWithTheFile() {
    var trouble =
        new Reviewed(
            Optional.of("tiller.yaml"),
            Optional.of("line 3: oops"),
            ADMINS,
            false,
            Map.of(),
            Map.of());
    var fact = new Card.Fact("Reviewed file", "line 3: oops");

    assertThat(home(trouble).facts()).contains(fact);
    assertThat(SettingsCards.effective(Settling.the(ANN, Preferences.NONE, trouble)).facts())
        .contains(fact);
    assertThat(SettingsCards.effective(Settling.the(BEN, Preferences.NONE, trouble)).facts())
        .doesNotContain(fact);
  }

  @Test
  void theFilesWordsWinOverThoseOfChat() {
    var words =
        new dev.tiller.core.settings.Vocabulary(
            Map.of("frontend", repository("other/api")), Map.of("site", repository("acme/api")));

    var all = Settling.the(BEN, Settling.chosen(Map.of()), Settling.reviewed(words)).all();

    assertThat(all.rules())
        .containsExactly(
            new dev.tiller.core.settings.KeywordRule("frontend", repository("other/api"), true));
    assertThat(all.aliases()).isEqualTo(Map.of("site", repository("acme/api")));
  }
}
