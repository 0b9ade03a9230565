package dev.tiller.app.cli.cursor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/// What a command answers, for people and for programs.
///
/// @param lines for people
/// @param value for programs, as JSON
record Output(List<String> lines, Object value) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .addModules(new Jdk8Module(), new JavaTimeModule(), ids())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  /// Ids and addresses are plain texts in JSON.
  private static SimpleModule ids() {
    return new SimpleModule()
        .addSerializer(AgentId.class, ToStringSerializer.instance)
        .addSerializer(RunId.class, ToStringSerializer.instance)
        .addSerializer(Repository.class, new RepositorySerializer());
  }

  private static final class RepositorySerializer extends StdSerializer<Repository> {
    private static final long serialVersionUID = 1L;

    RepositorySerializer() {
      super(Repository.class);
    }

    @Override
    public void serialize(Repository repository, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(repository.url().toString());
    }
  }

  Output {
    lines = List.copyOf(lines);
  }

  static Output line(String line, Object value) {
    return new Output(List.of(line), value);
  }

  void print(PrintWriter out, boolean json) {
    if (json) {
      out.println(json(value));
    } else {
      lines.stream().map(Output::harmless).forEach(out::println);
    }
    out.flush();
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /// Texts from outside cannot steer the terminal.
  static String harmless(String line) {
    return line.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "�");
  }
}
