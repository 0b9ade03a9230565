package dev.tiller.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.InboundMessage;

/// Messages of people as JSON in the database.
final class InboundMessageJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /// Absent in what was written before the bot overheard anything: all was for it.
  private static final String ADDRESSING = "addressing";

  private InboundMessageJson() {}

  static String write(InboundMessage message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message that cannot be written", e);
    }
  }

  static InboundMessage read(String json) {
    try {
      var tree = JSON.readTree(json);
      var message = JSON.treeToValue(tree, InboundMessage.class);
      return tree.hasNonNull(ADDRESSING) ? message : message.to(Addressing.TO_BOT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored message that cannot be read", e);
    }
  }
}
