package dev.tiller.teams;

import static dev.tiller.teams.Activities.CHANNEL;
import static dev.tiller.teams.Activities.GROUP;
import static dev.tiller.teams.Activities.PERSONAL;
import static dev.tiller.teams.Activities.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import dev.tiller.teams.LoopbackServer.Answer;
import dev.tiller.teams.LoopbackServer.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsHearingTest {

  private final MovableClock clock = new MovableClock();
  private final LoopbackServer service = new LoopbackServer(this::answer);
  private final TeamsSettings settings =
      new TeamsSettings(
          "app",
          "secret",
          TENANT,
          TeamsSettings.OPENID_METADATA,
          service.at(""),
          service.at("/graph"),
          List.of(service.host()));
  private final TeamsLogin login = new TeamsLogin(settings, clock);
  private final TeamsReader reader = new TeamsReader(clock);
  private final TeamsHearing hearing =
      new TeamsHearing(
          new TeamsThreads(
              settings, TeamsHosts.of(settings.serviceHosts()), login, login, reader, clock),
          clock);
  private int graph = 403;

  @AfterEach
  void stop() {
    login.close();
    reader.close();
    service.close();
  }

  @ParameterizedTest
  @CsvSource({"200, ALL", "403, MENTIONS_ONLY", "404, UNKNOWN", "429, UNKNOWN", "500, UNKNOWN"})
  void whetherItMayReadSaysWhetherItHears(int status, Hearing expected) {
    graph = status;

    assertThat(hearing.of(address(CHANNEL, "17"))).isEqualTo(expected);
    assertThat(hearing.of(address(GROUP, GROUP))).isEqualTo(expected);
  }

  @Test
  void inAPersonalChatItHearsEverything() {
    assertThat(hearing.of(address(PERSONAL, PERSONAL))).isEqualTo(Hearing.ALL);
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void whereItOverheardSomethingLatelyNobodyIsAsked() {
    hearing.overheard(address(CHANNEL, "17"));

    assertThat(hearing.of(address(CHANNEL, "18"))).isEqualTo(Hearing.ALL);
    assertThat(service.requests()).isEmpty();
    clock.advance(Duration.ofDays(2));
    assertThat(hearing.of(address(CHANNEL, "18"))).isEqualTo(Hearing.MENTIONS_ONLY);
  }

  private Answer answer(Request request) {
    if (request.path().endsWith("/token")) {
      return Answer.json(200, "{\"access_token\":\"t\",\"expires_in\":3600}");
    }
    return request.path().contains("/v3/teams/")
        ? Answer.json(200, "{\"aadGroupId\":\"g-1\"}")
        : Answer.json(graph, "{\"value\":[]}");
  }

  private Address address(String channel, String root) {
    return new Address(
        new ChatThread(Platform.TEAMS, TENANT, channel, root),
        service.at("/teams/") + " team=19:team@thread.tacv2");
  }
}
