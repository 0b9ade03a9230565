package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.StopSign;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackStopsTest {

  private static final Person ANN = new Person("U0ANN", "U0ANN", "U0ANN");

  @Test
  void aCrossOnAMessageNamesTheMessage() {
    assertThat(sign(Fixtures.payload("reaction_added")))
        .contains(
            new StopSign(
                place("1763800005.000400"),
                Optional.of("1763800005.000400"),
                ANN,
                false,
                "Ev0REACTION"));
  }

  @Test
  void theNativeStopButtonMeansTheWholeThread() {
    assertThat(sign(Fixtures.payload("agent_session_stopped")))
        .contains(
            new StopSign(place("1763800000.000100"), Optional.empty(), ANN, false, "Ev0STOPPED"));
  }

  @Test
  void theNativeStopButtonReachesTheBotThroughTheWholeAdapter() {
    try (var slack = new SlackInMiniature()) {
      assertThat(slack.deliver(Fixtures.payload("agent_session_stopped")).status()).isEqualTo(200);

      assertThat(slack.bot.signs).hasSize(1);
    }
  }

  @Test
  void aSignThatCouldNotBeKeptIsDeliveredAgain() {
    try (var slack = new SlackInMiniature()) {
      slack.bot.broken = true;

      assertThat(slack.deliver(Fixtures.payload("reaction_added")).status()).isEqualTo(503);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "heavy_multiplication_x", "octagonal_sign"})
  void thereAreThreeSignsToStop(String reaction) {
    assertThat(sign(reaction(reaction))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+1", "no_entry_sign", "negative_squared_cross_mark", "white_check_mark", "xx"})
  void otherMarksSayOtherThings(String reaction) {
    assertThat(sign(reaction(reaction))).isEmpty();
  }

  @Test
  void theBotsOwnMarkStopsNothing() {
    assertThat(sign(by("U0TILLER"))).isEmpty();
  }

  @Test
  void withoutTheBotsIdNoMarkStopsAnything() {
    var payload = Fixtures.payload("reaction_added");
    payload.add("authorizations", new JsonArray());

    assertThat(sign(payload)).isEmpty();
  }

  @Test
  void aMarkOnAFileOrWithoutItsFieldsIsIgnored() {
    var onFile = new JsonObject();
    onFile.addProperty("type", "file");
    assertThat(sign(Fixtures.event("reaction_added", event -> event.add("item", onFile))))
        .isEmpty();
    for (var field : List.of("user", "reaction", "item")) {
      assertThat(sign(Fixtures.event("reaction_added", event -> event.remove(field)))).isEmpty();
    }
  }

  @Test
  void aTakenBackMarkIsIgnored() {
    var payload =
        Fixtures.event("reaction_added", event -> event.addProperty("type", "reaction_removed"));

    assertThat(sign(payload)).isEmpty();
  }

  @Test
  void aGuestAndSomebodyInASharedChannelAreOutsiders() {
    var shared = Fixtures.payload("reaction_added");
    shared.addProperty("is_ext_shared_channel", true);

    assertThat(sign(shared).orElseThrow().outsider()).isTrue();
    assertThat(SlackStops.sign(by("U0GUEST"), "U0GUEST"::equals).orElseThrow().outsider()).isTrue();
  }

  private static JsonObject reaction(String name) {
    return Fixtures.event("reaction_added", event -> event.addProperty("reaction", name));
  }

  private static JsonObject by(String user) {
    return Fixtures.event("reaction_added", event -> event.addProperty("user", user));
  }

  private static Optional<StopSign> sign(JsonObject payload) {
    return SlackStops.sign(payload, user -> false);
  }

  private static Address place(String root) {
    return new Address(new ChatThread(Platform.SLACK, "T0ACME", "C0WEB", root), "");
  }
}
