package dev.tiller.teams;

import static dev.tiller.teams.Activities.ANN;
import static dev.tiller.teams.Activities.CHANNEL;
import static dev.tiller.teams.Activities.inChannel;
import static dev.tiller.teams.Activities.json;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.StopSign;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsSignTest {

  private final Endpoint endpoint = new Endpoint();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"274c_crossmark", "274C_CrossMark", "❌", "cancel"})
  void aCrossStops(String type) {
    assertThat(endpoint.send(reaction(type)).status()).isEqualTo(200);

    assertThat(endpoint.inbox.signs).hasSize(1);
    var sign = endpoint.inbox.signs.getFirst();
    assertThat(sign.message()).contains("1700000000009");
    assertThat(sign.actor().id()).isEqualTo(ANN);
    assertThat(sign.place().thread().channel()).isEqualTo(CHANNEL);
    assertThat(sign.outsider()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "like",
        "heart",
        "angry",
        "sad",
        "2705_whiteheavycheckmark",
        "274e_negativesquaredcrossmark",
        ""
      })
  void nothingElseDoes(String type) {
    assertThat(endpoint.send(reaction(type)).status()).isEqualTo(200);
    assertThat(endpoint.inbox.signs).isEmpty();
  }

  @Test
  void takingACrossBackStopsNothing() {
    var back = reaction("like");
    back.remove("reactionsAdded");
    back.set("reactionsRemoved", json("{\"a\":[{\"type\":\"274c_crossmark\"}]}").path("a"));

    assertThat(endpoint.send(back).status()).isEqualTo(200);
    assertThat(endpoint.inbox.signs).isEmpty();
  }

  @Test
  void aCrossDeliveredTwiceIsOneSignAndOneOfAnotherPersonOrMessageIsAnother() {
    endpoint.send(reaction("❌"));
    endpoint.send(reaction("❌"));
    endpoint.send(with(reaction("❌"), it -> it.put("replyToId", "1700000000010")));
    endpoint.send(with(reaction("❌"), it -> it.withObject("/from").put("aadObjectId", "other")));

    assertThat(endpoint.inbox.signs).extracting(StopSign::nonce).hasSize(4);
    assertThat(Set.copyOf(endpoint.inbox.signs.stream().map(StopSign::nonce).toList())).hasSize(3);
  }

  @Test
  void aGuestsCrossSaysSo() {
    endpoint.send(with(reaction("❌"), it -> it.withObject("/from").put("userRole", "guest")));

    assertThat(endpoint.inbox.signs).singleElement().matches(StopSign::outsider);
  }

  @Test
  void aCrossThatCannotBeStoredComesAgain() {
    endpoint.inbox.failing = true;

    assertThat(endpoint.send(reaction("❌")).status()).isEqualTo(503);
  }

  @Test
  void aCrossOnNothingIsMalformed() {
    for (var part : List.of("replyToId", "id", "from")) {
      var cross = reaction("❌");
      cross.remove(part);

      assertThat(endpoint.send(cross).status()).as(part).isEqualTo(400);
    }
  }

  private static ObjectNode reaction(String type) {
    return with(
        inChannel("17", "f:9f78d1f3", ""),
        it -> {
          it.remove("text");
          it.put("type", "messageReaction").put("replyToId", "1700000000009");
          it.putArray("reactionsAdded").addObject().put("type", type);
          it.withObject("/conversation").put("id", CHANNEL);
        });
  }
}
