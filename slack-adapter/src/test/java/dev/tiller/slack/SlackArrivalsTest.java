package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.slack.RecordingSlack.Answer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The bot's comings and goings, through the real Bolt app.
class SlackArrivalsTest {

  private static final Person ANN = new Person("U0ANN", "U0ANN", "U0ANN");

  final SlackInMiniature slack = start();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private static Address mainLine(String channel) {
    return new Address(new ChatThread(Platform.SLACK, "T0ACME", channel, channel), "");
  }

  private static JsonObject opened(String tab) {
    return Fixtures.event("app_home_opened", it -> it.addProperty("tab", tab));
  }

  @Test
  void theBotArrivesInAChannelThatItIsAddedTo() {
    assertThat(slack.deliver(Fixtures.payload("member_joined_channel")).status()).isEqualTo(200);

    assertThat(slack.bot.arrivals)
        .containsExactly(new Arrival(mainLine("C0WEB"), Place.CHANNEL, Optional.of(ANN), false));
  }

  @Test
  void theBotIsCalledAsSlackCallsIt() {
    slack.api.answer(_ -> Answer.json("{\"ok\":true,\"user\":{\"real_name\":\"Ops Bot\"}}"));

    await()
        .untilAsserted(() -> {
          slack.deliver(Fixtures.payload("member_joined_channel"));
          slack.deliver(Fixtures.payload("app_mention"));
          assertThat(slack.bot.arrivals.getLast().botName()).contains("Ops Bot");
          assertThat(slack.bot.messages.getLast().addressing().botName()).contains("Ops Bot");
        });
    assertThat(slack.api.lookUps("U0TILLER")).isEqualTo(1);
  }

  @Test
  void aNameThatCannotBeFoundOutStopsNothing() {
    slack.api.answer(Answer.error("internal_error"));

    assertThatCode(slack.adapter::warmUp).doesNotThrowAnyException();
  }

  @Test
  void itMayHaveJoinedByItself() {
    slack.deliver(Fixtures.event("member_joined_channel", it -> it.remove("inviter")));

    assertThat(slack.bot.arrivals)
        .singleElement()
        .extracting(Arrival::by)
        .isEqualTo(Optional.empty());
  }

  @Test
  void peopleWhoJoinAreNotGreeted() {
    slack.deliver(Fixtures.event("member_joined_channel", it -> it.addProperty("user", "U0BEN")));

    assertThat(slack.bot.arrivals).isEmpty();
  }

  @Test
  void whoeverOpensTheBotsMessagesIsMet() {
    slack.deliver(opened("messages"));

    await().until(() -> !slack.bot.arrivals.isEmpty());
    assertThat(slack.bot.arrivals)
        .containsExactly(new Arrival(mainLine("D0ANN"), Place.DIRECT, Optional.of(ANN), false));
    assertThat(slack.bot.visits).isEmpty();
  }

  @Test
  void aGuestIsKnownAsOneOnTheFirstVisit() {
    slack.api.answer(
        call -> Answer.json("{\"ok\":true,\"user\":{\"id\":\"U0ANN\",\"is_restricted\":true}}"));

    slack.deliver(opened("messages"));

    await().until(() -> !slack.bot.arrivals.isEmpty());
    assertThat(slack.bot.arrivals).singleElement().matches(Arrival::outside);
  }

  @Test
  void nobodyIsGreetedOfWhomSlackSaysNothing() {
    slack.api.answer(call -> Answer.error("internal_error"));
    slack.deliver(opened("messages"));
    await().until(() -> slack.api.lookUps("U0ANN") == 1);
    assertThat(slack.bot.arrivals).isEmpty();

    slack.api.answer(call -> Answer.json("{\"ok\":true,\"user\":{\"id\":\"U0ANN\"}}"));
    await()
        .until(() -> {
          slack.deliver(opened("messages"));
          return !slack.bot.arrivals.isEmpty();
        });

    assertThat(slack.bot.arrivals).first().matches(it -> !it.outside());
  }

  @Test
  void homeAndOtherTabsAreNoArrival() {
    slack.deliver(opened("home"));
    slack.deliver(opened("about"));

    assertThat(slack.bot.arrivals).isEmpty();
  }

  @Test
  void aSharedChannelHasOutsiders() {
    var shared = Fixtures.payload("member_joined_channel");
    shared.addProperty("is_ext_shared_channel", true);

    slack.deliver(shared);

    assertThat(slack.bot.arrivals).singleElement().matches(Arrival::outside);
  }

  @Test
  void anArrivalThatCouldNotBeKeptIsDeliveredAgain() {
    slack.bot.broken = true;

    assertThat(slack.deliver(Fixtures.payload("member_joined_channel")).status()).isEqualTo(503);
  }

  @Test
  void anUninstalledAppIsLoggedAndNothingElseHappens() {
    try (var log = new Logged()) {
      var gone = Fixtures.event("app_home_opened", it -> it.addProperty("type", "app_uninstalled"));

      assertThat(slack.deliver(gone).status()).isEqualTo(200);

      assertThat(log.warnings()).anyMatch(it -> it.contains("install it again"));
    }
    assertThat(slack.bot.arrivals).isEmpty();
    assertThat(slack.bot.departures).isEmpty();
  }
}
