package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads scenarios: YAML, strictly. `docs/scenario.example.yaml` shows all of it.
public final class Scenarios {

  private static final List<String> BUILT_IN =
      List.of(
          "cursor-is-down",
          "lost-launch-answer",
          "slow-launches",
          "rate-limited",
          "cut-streams",
          "lost-webhooks");

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule()
                  .addDeserializer(Duration.class, new ScenarioWords.Durations())
                  .addDeserializer(Operation.class, ScenarioWords.of(Operation.class))
                  .addDeserializer(Ending.class, ScenarioWords.of(Ending.class))
                  .addDeserializer(RunStatus.class, ScenarioWords.of(RunStatus.class))
                  .addDeserializer(ErrorShape.class, ScenarioWords.of(ErrorShape.class)))
          .build();

  private Scenarios() {}

  /// Those that the playground offers, by their names.
  public static Map<String, Scenario> builtIn() {
    var all = new LinkedHashMap<String, Scenario>();
    BUILT_IN.forEach(name -> all.put(name, builtIn(name)));
    return Collections.unmodifiableMap(all);
  }

  private static Scenario builtIn(String name) {
    try (var in = Scenarios.class.getResourceAsStream("/standin/scenarios/" + name + ".yaml")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return parse(name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadScenario e) {
      throw new IllegalStateException(e);
    }
  }

  /// The built-in one of this name, or else what is in the file of this name.
  ///
  /// @throws BadScenario when there is neither, or the file says what cannot be
  public static Scenario find(String nameOrFile) throws BadScenario {
    if (BUILT_IN.contains(nameOrFile)) {
      return builtIn(nameOrFile);
    }
    if (!Files.exists(Path.of(nameOrFile))) {
      throw new BadScenario(
          "There is no scenario file %s. Built in are %s."
              .formatted(nameOrFile, String.join(", ", BUILT_IN)));
    }
    return read(Path.of(nameOrFile));
  }

  /// Reads a file.
  ///
  /// @throws BadScenario when it cannot be read or says what cannot be
  public static Scenario read(Path file) throws BadScenario {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new BadScenario("The scenario file " + file + " cannot be read.", e);
    }
  }

  /// Reads a file's text.
  ///
  /// @param name of the file, for messages
  public static Scenario parse(String name, String text) throws BadScenario {
    if (text.isBlank()) {
      throw new BadScenario("The scenario file " + name + " is empty.");
    }
    try {
      return YAML.readValue(text, Scenario.class);
    } catch (JsonProcessingException e) {
      throw new BadScenario("The scenario file " + name + ScenarioProblems.of(e, text), e);
    }
  }
}
