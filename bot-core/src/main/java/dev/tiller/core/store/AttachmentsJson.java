package dev.tiller.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.tiller.core.chat.Attachment;
import java.util.List;
import java.util.Optional;

/// The files on a message as JSON in the database. Most messages have none.
final class AttachmentsJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final TypeReference<List<Attachment>> LIST = new TypeReference<>() {};

  private AttachmentsJson() {}

  static Optional<String> write(List<Attachment> files) {
    try {
      return files.isEmpty() ? Optional.empty() : Optional.of(JSON.writeValueAsString(files));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("files of a message that cannot be written", e);
    }
  }

  static List<Attachment> read(Optional<String> column) {
    try {
      return column.isEmpty() ? List.of() : JSON.readValue(column.get(), LIST);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored files of a message that cannot be read", e);
    }
  }
}
