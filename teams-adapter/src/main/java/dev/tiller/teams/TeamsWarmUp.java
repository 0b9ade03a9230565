package dev.tiller.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.RichText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Walks the ways of a first message and a first card without sending anything to a chat.
record TeamsWarmUp(TeamsKeys keys, TeamsLogin login, TeamsConnector connector) implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(TeamsWarmUp.class);

  private static final byte[] MESSAGE =
      """
      {"type": "message", "id": "1", "text": "<at>a</at> b", "serviceUrl": "https://localhost/",
       "channelId": "msteams", "from": {"id": "29:a", "aadObjectId": "a"},
       "recipient": {"id": "28:b"}, "conversation": {"id": "a:c", "conversationType": "personal"},
       "channelData": {"tenant": {"id": "t"}},
       "entities": [{"type": "mention", "text": "<at>a</at>", "mentioned": {"id": "28:b"}}]}
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final Card CARD =
      new Card(
          "Warm",
          Card.Tone.WORKING,
          "lead",
          List.of(new Card.Fact("name", "value")),
          RichText.plain("body"),
          Optional.of("progress"),
          List.of(new Button.Press("Stop", new ActionKey("stop", "1"))),
          "footnote");

  @Override
  public void run() {
    try {
      TeamsActivity.parse(MESSAGE).ifPresent(activity -> TeamsEvents.of(activity, "t"));
      TeamsJson.MAPPER.writeValueAsBytes(TeamsMessages.of(CARD));
      connector.at("https://localhost/");
      keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
      login.token();
    } catch (JsonProcessingException | KeySourceException | RuntimeException failure) {
      log.atWarn().addKeyValue("cause", failure.getMessage()).log("Teams is not ready yet");
    }
  }
}
