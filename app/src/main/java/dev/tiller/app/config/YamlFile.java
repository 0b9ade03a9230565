package dev.tiller.app.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a settings file: one YAML mapping from names to text or lists of text. Takes values as
/// they are written, so that a secret of digits keeps its zeros, and never repeats them in a
/// problem.
final class YamlFile {

  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final List<Problem> problems;

  YamlFile(Path file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The names with their values; lists are joined with commas.
  Map<String, String> read() {
    var values = new LinkedHashMap<String, String>();
    try (var parser = YAML.createParser(Files.readString(file))) {
      readMapping(parser, values);
    } catch (JsonProcessingException e) {
      problem(e);
    } catch (IOException e) {
      problems.add(new Problem(file.toString(), "cannot be read: " + Reasons.of(e)));
    }
    return values;
  }

  private void readMapping(JsonParser parser, Map<String, String> values) throws IOException {
    if (parser.nextToken() == null) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      problems.add(new Problem(file.toString(), "must hold lines such as `TILLER_PORT: 8080`."));
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      values.put(name, value(name, parser));
    }
  }

  private String value(String name, JsonParser parser) throws IOException {
    return switch (parser.nextToken()) {
      case VALUE_NULL -> "";
      case START_ARRAY -> list(name, parser);
      case START_OBJECT -> {
        parser.skipChildren();
        yield nested(name);
      }
      default -> parser.getText();
    };
  }

  private String list(String name, JsonParser parser) throws IOException {
    var items = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        parser.skipChildren();
        nested(name);
      } else {
        items.add(parser.getText());
      }
    }
    return String.join(",", items);
  }

  private String nested(String name) {
    problems.add(new Problem(name, "must be text or a list of texts, in " + file + "."));
    return "";
  }

  private void problem(JsonProcessingException e) {
    var location = e.getLocation();
    var where = location == null ? "" : " near line " + location.getLineNr();
    var duplicate = e.getOriginalMessage().startsWith("Duplicate field");
    problems.add(
        new Problem(
            file.toString(),
            (duplicate ? "sets a name twice" : "is not valid YAML") + where + "."));
  }
}
