package dev.tiller.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.tiller.core.agents.LaunchOptions;
import java.util.Optional;

/// The options of a launch as JSON in the database. Most launches have none.
final class LaunchOptionsJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private LaunchOptionsJson() {}

  static Optional<String> write(LaunchOptions options) {
    return Optional.of(options)
        .filter(some -> !some.equals(LaunchOptions.NONE))
        .map(LaunchOptionsJson::json);
  }

  private static String json(LaunchOptions options) {
    try {
      return JSON.writeValueAsString(options);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("options of a launch that cannot be written", e);
    }
  }

  static LaunchOptions read(Optional<String> column) {
    return column.map(LaunchOptionsJson::options).orElse(LaunchOptions.NONE);
  }

  private static LaunchOptions options(String json) {
    try {
      return JSON.readValue(json, LaunchOptions.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored options of a launch that cannot be read", e);
    }
  }
}
