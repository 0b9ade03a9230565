package dev.tiller.core.command;

import dev.tiller.core.agents.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines of `messages.txt`, which explains its format.
final class MessageTable {

  private static final Pattern LINE =
      Pattern.compile("(.*?) => ([\\w#]+)(?: \\{(.*?)}(?: (.*))?)?");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|[nrts\\\\])");

  private MessageTable() {}

  /// @param braces the options or the suggestion
  /// @param rest the prompt, or words of the problems
  record Line(String written, String message, String kind, String braces, String rest) {
    @Override
    public String toString() {
      return written;
    }
  }

  static Stream<Line> lines() {
    try (var file = MessageTable.class.getResourceAsStream("messages.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(MessageTable::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String written) {
    var parts = LINE.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a line of the table: " + written);
    }
    return new Line(
        written,
        unescaped(parts.group(1)),
        parts.group(2),
        unescaped(Objects.requireNonNullElse(parts.group(3), "")),
        unescaped(Objects.requireNonNullElse(parts.group(4), "")));
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(found -> {
          var escape = found.group(1);
          var character =
              switch (escape.charAt(0)) {
                case 'n' -> "\n";
                case 'r' -> "\r";
                case 't' -> "\t";
                case 's' -> " ";
                case 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
                default -> "\\";
              };
          return java.util.regex.Matcher.quoteReplacement(character);
        });
  }

  /// Options as the table writes them.
  static String written(Options options) {
    return Stream.of(
            repositories(options).map(value -> "repo=" + value),
            options.pullRequest().map(value -> "pr=" + value.url()),
            options.branch().map(value -> "branch=" + value),
            options.model().map(value -> "model=" + value),
            options.autoPr().map(value -> "autopr=" + value),
            options.mode().map(value -> "mode=" + value.word()),
            options.currentBranch().map(value -> "current_branch=" + value),
            options.machine().map(value -> "machine=" + value),
            options.pool().map(value -> "pool=" + value),
            options.selfHosted().map(value -> "self_hosted=" + value),
            options.context().map(value -> "context=" + value.written()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> repositories(Options options) {
    return options.repositories().stream()
        .map(Repository::display)
        .reduce((first, second) -> first + "," + second)
        .or(options::repositoryName);
  }
}
