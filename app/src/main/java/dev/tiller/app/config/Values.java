package dev.tiller.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What was given, setting by setting, and the problems met so far.
final class Values {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private final Map<Setting, String> given;
  private final List<Problem> problems;
  private final List<String> notices;

  Values(Map<Setting, String> given, List<Problem> problems, List<String> notices) {
    this.given = given;
    this.problems = problems;
    this.notices = notices;
  }

  boolean has(Setting setting) {
    return given.containsKey(setting);
  }

  void problem(Setting setting, String mend) {
    problems.add(new Problem(setting.name(), mend));
  }

  void notice(String sentence) {
    notices.add(sentence);
  }

  List<Problem> problems() {
    return problems;
  }

  List<String> notices() {
    return List.copyOf(notices);
  }

  /// The value or the default; empty when there is neither.
  String text(Setting setting) {
    return given.getOrDefault(setting, setting.fallback());
  }

  Optional<String> optional(Setting setting) {
    return Optional.of(text(setting)).filter(it -> !it.isEmpty());
  }

  /// The value, or a problem and an empty text.
  String required(Setting setting, String mend) {
    if (text(setting).isEmpty()) {
      problem(setting, mend);
    }
    return text(setting);
  }

  /// As [#required], for values that are not shown and go into HTTP headers.
  Secret secret(Setting setting, String mend) {
    return secretOf(setting, required(setting, mend));
  }

  /// The same for several with commas between; empty when there is none.
  List<Secret> secrets(Setting setting) {
    return list(setting).stream().map(value -> secretOf(setting, value)).toList();
  }

  private Secret secretOf(Setting setting, String value) {
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      problem(setting, "has a character that none has, such as a space: copy it again.");
    }
    return new Secret(value);
  }

  List<String> list(Setting setting) {
    return Arrays.stream(text(setting).split(",", -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /// The value read by a function, or a problem and the default.
  <T> T parsed(Setting setting, Function<String, Optional<T>> reader, String mend) {
    return reader
        .apply(text(setting))
        .orElseGet(() -> {
          problem(setting, mend);
          return reader.apply(setting.fallback()).orElseThrow();
        });
  }

  /// One of an enum's constants, whose names are the values in any case.
  <E extends Enum<E>> E choice(Setting setting, E[] constants) {
    var names = Arrays.stream(constants).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    return parsed(
        setting,
        text -> Arrays.stream(constants).filter(it -> it.name().equalsIgnoreCase(text)).findFirst(),
        "must be one of: " + String.join(", ", names) + ".");
  }

  /// A web address without user, query and fragment: https, or http on loopback, since a secret
  /// goes there. A problem and `http://localhost` for anything else.
  URI url(Setting setting) {
    return url(text(setting))
        .orElseGet(() -> {
          problem(setting, "must be an https:// address (http:// only on this machine).");
          return URI.create("http://localhost");
        });
  }

  private static Optional<URI> url(String text) {
    try {
      var uri = new URI(text);
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      boolean safe =
          "https".equalsIgnoreCase(uri.getScheme())
              || ("http".equalsIgnoreCase(uri.getScheme())
                  && LOOPBACK.matcher(String.valueOf(uri.getHost())).matches());
      return plain && safe ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
