package dev.tiller.teams;

import static dev.tiller.teams.Activities.ANN;
import static dev.tiller.teams.Activities.BOT;
import static dev.tiller.teams.Activities.CHANNEL;
import static dev.tiller.teams.Activities.GROUP;
import static dev.tiller.teams.Activities.PERSONAL;
import static dev.tiller.teams.Activities.TENANT;
import static dev.tiller.teams.Activities.inChannel;
import static dev.tiller.teams.Activities.inGroup;
import static dev.tiller.teams.Activities.inPersonal;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The bot's comings and goings, through the whole endpoint.
class TeamsArrivalsTest {

  private final Endpoint endpoint = new Endpoint();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private static ObjectNode in(Place place) {
    return switch (place) {
      case CHANNEL ->
          with(inChannel("1", "f:1", ""), it -> it.withObject("/conversation").put("id", CHANNEL));
      case GROUP_CHAT -> inGroup("f:1", "");
      case DIRECT -> inPersonal("f:1", "");
    };
  }

  private static ObjectNode installation(Place place, String action) {
    return with(in(place), it -> it.put("type", "installationUpdate").put("action", action));
  }

  private static ObjectNode membership(Place place, String field, String member) {
    return with(
        in(place),
        it -> {
          it.put("type", "conversationUpdate");
          it.putArray(field).addObject().put("id", member);
        });
  }

  private static ChatThread mainLine(String channel) {
    return new ChatThread(Platform.TEAMS, TENANT, channel, channel);
  }

  @ParameterizedTest
  @CsvSource({
    "CHANNEL, " + CHANNEL,
    "GROUP_CHAT, " + GROUP,
    "DIRECT, " + PERSONAL,
  })
  void bothThatTeamsTellsOfAnInstallationMeanTheSamePlace(Place place, String channel) {
    endpoint.send(installation(place, "add"));
    endpoint.send(membership(place, "membersAdded", BOT));

    assertThat(endpoint.inbox.arrivals)
        .hasSize(2)
        .allSatisfy(it -> {
          assertThat(it.address().thread()).isEqualTo(mainLine(channel));
          assertThat(it.address().route()).startsWith("https://");
          assertThat(it.place()).isEqualTo(place);
          assertThat(it.by().map(Person::id)).contains(ANN);
          assertThat(it.outside()).isFalse();
          assertThat(it.at()).contains(Instant.parse("2026-11-01T10:00:00.123456700Z"));
          assertThat(it.botName()).isPresent();
        });
  }

  @Test
  void removalIsTold() {
    endpoint.send(installation(Place.CHANNEL, "remove"));
    endpoint.send(membership(Place.GROUP_CHAT, "membersRemoved", BOT));

    assertThat(endpoint.inbox.departures).containsExactly(mainLine(CHANNEL), mainLine(GROUP));
    assertThat(endpoint.inbox.arrivals).isEmpty();
  }

  @Test
  void peopleWhoComeAndGoAreNotTheBot() {
    endpoint.send(membership(Place.CHANNEL, "membersAdded", "29:ben"));
    endpoint.send(membership(Place.CHANNEL, "membersRemoved", "29:ben"));

    assertThat(endpoint.inbox.arrivals).isEmpty();
    assertThat(endpoint.inbox.departures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"add-upgrade", "remove-upgrade", ""})
  void anUpgradeIsNoArrival(String action) {
    assertThat(endpoint.send(installation(Place.DIRECT, action)).status()).isEqualTo(200);

    assertThat(endpoint.inbox.arrivals).isEmpty();
    assertThat(endpoint.inbox.departures).isEmpty();
  }

  @Test
  void aChannelOfAnotherOrganisationHasOutsiders() {
    endpoint.send(
        with(
            installation(Place.CHANNEL, "add"),
            it -> it.withObject("/channelData/team").put("tenantId", "another")));

    assertThat(endpoint.inbox.arrivals).singleElement().matches(Arrival::outside);
  }

  @Test
  void aGuestsPersonalChatIsAnOutsiders() {
    endpoint.send(
        with(
            installation(Place.DIRECT, "add"),
            it -> it.withObject("/from").put("userRole", "guest")));

    assertThat(endpoint.inbox.arrivals).singleElement().matches(Arrival::outside);
  }

  @Test
  void anArrivalThatCouldNotBeKeptIsDeliveredAgain() {
    endpoint.inbox.failing = true;

    assertThat(endpoint.send(installation(Place.DIRECT, "add")).status())
        .isGreaterThanOrEqualTo(500);
  }
}
