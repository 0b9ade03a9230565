package dev.tiller.core.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import java.util.List;

/// Posts as JSON in the database. Sealed types carry their simple name as `type`.
final class PostJson {

  private static final ObjectMapper JSON = mapper();

  private PostJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Named {}

  private static ObjectMapper mapper() {
    var builder =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                List.class,
                lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
    for (var type : List.of(Post.class, Button.class, RichText.Block.class)) {
      builder.addMixIn(type, Named.class);
      for (var permitted : type.getPermittedSubclasses()) {
        builder.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
      }
    }
    return builder.build();
  }

  static String write(Post post) {
    try {
      return JSON.writerFor(Post.class).writeValueAsString(post);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a post that cannot be written", e);
    }
  }

  static Post read(String json) {
    try {
      return JSON.readValue(json, Post.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored post that cannot be read", e);
    }
  }
}
