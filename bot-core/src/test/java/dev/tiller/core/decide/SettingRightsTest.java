package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.decide.Settling.ADMINS;
import static dev.tiller.core.decide.Settling.THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Platform;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.ScopeKey;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRightsTest {

  private static Reviewed governed(String channelSettings) {
    return Settling.reviewed(ADMINS, channelSettings.equals("members"), Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          who | whose           | channel settings | may   | rule
          ANN | workspace       | admins           | true  | admin
          ANN | channel         | admins           | true  | admin
          ANN | own             | admins           | true  | own settings
          ANN | somebody else's | admins           | false | own settings
          ANN | rules           | admins           | true  | admin
          BEN | workspace       | admins           | false | admins only
          BEN | channel         | admins           | false | admins only
          BEN | own             | admins           | true  | own settings
          BEN | rules           | admins           | false | admins only
          BEN | workspace       | members          | false | admins only
          BEN | channel         | members          | true  | channel_settings=members
          BEN | rules           | members          | false | admins only
          """)
  void whoMayChangeWhat(
      String who, String whose, String channelSettings, boolean may, String rule) {
    var person = who.equals("ANN") ? ANN : BEN;
    var other = who.equals("ANN") ? BEN : ANN;
    var governed = governed(channelSettings);

    var verdict =
        switch (whose) {
          case "rules" -> SettingRights.mayTeach(person, Platform.SLACK, governed);
          case "workspace" -> SettingRights.mayChange(person, ScopeKey.workspace(THREAD), governed);
          case "channel" -> SettingRights.mayChange(person, ScopeKey.channel(THREAD), governed);
          case "own" -> SettingRights.mayChange(person, ScopeKey.person(THREAD, person), governed);
          default -> SettingRights.mayChange(person, ScopeKey.person(THREAD, other), governed);
        };

    assertThat(verdict).isEqualTo(new Authority.Verdict(may, rule));
  }

  @Test
  void anAdminOfOnePlatformIsNoneOfTheOther() {
    var onTeams = Settling.reviewed(Set.of(Admin.of(Platform.TEAMS, ANN)), false, Map.of());

    assertThat(SettingRights.mayChange(ANN, ScopeKey.workspace(THREAD), onTeams).allowed())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "slack:U0ANN, slack:U0ANN",
    "Slack: u0ann, slack:U0ANN",
    "teams:1111-AAAA, teams:1111-aaaa"
  })
  void adminsAreNamedByPlatformAndId(String written, String read) {
    assertThat(Admin.parse(written).orElseThrow().written()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"U0ANN", "slack:", "slack:Ann Lee", "ann@example.com", "irc:ann"})
  void anythingElseIsNoAdmin(String written) {
    assertThat(Admin.parse(written)).isEmpty();
  }
}
