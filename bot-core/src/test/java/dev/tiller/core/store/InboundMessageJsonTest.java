package dev.tiller.core.store;

import static dev.tiller.core.conversation.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.conversation.Samples;
import org.junit.jupiter.api.Test;

class InboundMessageJsonTest {

  @Test
  void aMessageFromBeforeItWasKeptWhomItIsMeantForIsForTheBot() {
    var message =
        new InboundMessage(Samples.newThread(), "m1", ANN, Place.CHANNEL, "fix it", false, false);
    var json = InboundMessageJson.write(message);
    var old = json.replaceFirst(",\"addressing\":\\{[^}]*}", "");

    assertThat(old).isNotEqualTo(json).doesNotContain("addressing");
    assertThat(InboundMessageJson.read(old)).isEqualTo(message);
  }

  @Test
  void aMessageFromBeforeTheBotsNameWasKeptHasNone() {
    var message =
        new InboundMessage(Samples.newThread(), "m1", ANN, Place.CHANNEL, "fix it", false, false);
    var json = InboundMessageJson.write(message);
    var old = json.replaceFirst(",\"botName\":null", "");

    assertThat(old).isNotEqualTo(json).doesNotContain("botName");
    assertThat(InboundMessageJson.read(old)).isEqualTo(message);
  }
}
