package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How scenario files write times and names.
final class ScenarioWords {

  private ScenarioWords() {}

  /// An enum's constant in a file, such as `pull-request`.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads constants from their words, whatever their case.
  static <E extends Enum<E>> JsonDeserializer<E> of(Class<E> type) {
    return new Constants<>(type);
  }

  private static final class Constants<E extends Enum<E>> extends StdDeserializer<E> {

    private static final long serialVersionUID = 1L;

    private final Class<E> type;

    Constants(Class<E> type) {
      super(type);
      this.type = type;
    }

    @Override
    public E deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      var text = parser.getValueAsString("");
      var word = text.toLowerCase(Locale.ROOT).replace('_', '-');
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> word(constant).equals(word))
          .findFirst()
          .orElseThrow(() -> context.weirdStringException(text, type, "unknown"));
    }
  }

  /// Reads times such as `650ms`, `40s`, `2m`, `1h` and `4d`. A time that is left out is zero.
  static final class Durations extends StdDeserializer<Duration> {

    private static final long serialVersionUID = 1L;
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS =
        Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    Durations() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      var text = parser.getValueAsString("").strip();
      var match = TIME.matcher(text);
      if (!match.matches()) {
        throw context.weirdStringException(text, Duration.class, "no time");
      }
      return UNITS
          .getOrDefault(match.group(2), Duration.ZERO)
          .multipliedBy(Long.parseLong(match.group(1)));
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Duration.ZERO;
    }
  }
}
