package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.tiller.app.Nearest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says to people what is wrong in a scenario file.
final class ScenarioProblems {

  private static final double SIMILAR = 0.75;

  private ScenarioProblems() {}

  /// Goes on after the file's name.
  ///
  /// @param text of the file
  static String of(JsonProcessingException e, String text) {
    return where(e, text) + ": " + what(e);
  }

  private static String what(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          unknown(
              "`" + unknown.getPropertyName() + "` is not known here",
              unknown.getPropertyName(),
              unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
      case InvalidTypeIdException unknown -> fault(Optional.ofNullable(unknown.getTypeId()));
      case InvalidFormatException wrong -> value(wrong);
      case ValueInstantiationException wrong ->
          Optional.ofNullable(wrong.getCause()).map(Throwable::getMessage).orElse("") + ".";
      case MismatchedInputException wrong when wrong.getOriginalMessage().contains("required") ->
          "`" + last(wrong) + "` is missing.";
      case JsonMappingException wrong -> "`" + last(wrong) + "` cannot be this.";
      default ->
          e.getOriginalMessage().startsWith("Duplicate")
              ? "a name is there twice."
              : "this is not valid YAML.";
    };
  }

  private static String fault(Optional<String> type) {
    var names = Arrays.stream(FaultPlaces.types()).map(it -> it.name()).toList();
    return type.map(name -> unknown("no fault is called `" + name + "`", name, names))
        .orElseGet(() -> "the fault needs a `type`, one of " + list(names) + ".");
  }

  private static String value(InvalidFormatException wrong) {
    var text = String.valueOf(wrong.getValue());
    if (wrong.getTargetType() == Duration.class) {
      return "`" + text + "` is no time; write it with its unit, such as `650ms`, `40s` or `2m`.";
    }
    if (wrong.getTargetType().getEnumConstants() instanceof Enum<?>[] constants) {
      var words = Arrays.stream(constants).map(ScenarioWords::word).toList();
      return unknown("`" + last(wrong) + "` cannot be `" + text + "`", text, words);
    }
    return "`" + last(wrong) + "` cannot be `" + text + "`.";
  }

  private static String unknown(String problem, String word, List<String> known) {
    var likely = Nearest.to(word, known.stream(), SIMILAR);
    return problem
        + likely
            .map(near -> "; did you mean `" + near + "`?")
            .orElseGet(() -> "; known are " + list(known) + ".");
  }

  private static String list(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  /// The name of what is wrong.
  private static String last(JsonMappingException e) {
    return e.getPath().stream()
        .flatMap(step -> Stream.ofNullable(step.getFieldName()))
        .reduce((_, later) -> later)
        .orElse("the file");
  }

  private static String where(JsonProcessingException e, String text) {
    int rule =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream().mapToInt(it -> it.getIndex()).max().orElse(-1)
            : -1;
    var line =
        Optional.ofNullable(e.getLocation())
            .map(at -> at.getLineNr())
            .filter(number -> number > 0)
            .map(number -> ", line " + line(text, word(e), number))
            .orElse("");
    return line + (rule < 0 ? "" : ", rule " + (rule + 1));
  }

  /// A problem can be found as late as at the end of its block: it is on the nearest line before
  /// that has the word.
  private static int line(String text, String word, int found) {
    var lines = text.lines().limit(found).toList();
    for (int number = lines.size(); number > 0; number--) {
      if (lines.get(number - 1).contains(word)) {
        return number;
      }
    }
    return found;
  }

  private static String word(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown -> unknown.getPropertyName();
      case InvalidTypeIdException unknown -> String.valueOf(unknown.getTypeId());
      case InvalidFormatException wrong -> String.valueOf(wrong.getValue());
      default -> "";
    };
  }
}
