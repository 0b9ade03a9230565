package dev.tiller.core.cursor.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.cursor.CursorText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A tool call in a few human words. What tools carry is not stable (Cursor API v1), so everything
/// here may be missing or of another type.
final class StepWords {

  private static final int LONGEST_PATH = 80;
  private static final List<String> PATHS =
      List.of("path", "target_file", "targetFile", "file_path", "filePath", "relative_path");
  private static final Pattern PLAIN_WORDS =
      Pattern.compile("[\\w./][\\w./-]{0,23}(?: [\\w./][\\w./-]{0,23}){0,2}(?=\\s|$)");

  private StepWords() {}

  static String of(String tool, JsonNode args) {
    return switch (tool) {
      case "read_file" -> about("Reading", path(args), "a file");
      case "edit_file" -> about("Editing", path(args), "a file");
      case "delete_file" -> about("Deleting", path(args), "a file");
      case "run_terminal_cmd" -> about("Running", command(args), "a command");
      case "grep_search" -> "Searching the code";
      case "file_search" -> "Looking for files";
      case "pr_management" -> "Working on the pull request";
      case "mcp" -> "Using a connected tool";
      case "get_mcp_tools" -> "Looking at the connected tools";
      case "task" -> "Handing on a part of the task";
      case "await" -> "Waiting";
      default -> "Working";
    };
  }

  /// Whether the tool's arguments will say more than is known so far.
  static boolean incomplete(String tool, JsonNode args) {
    return switch (tool) {
      case "read_file", "edit_file", "delete_file" -> path(args).isEmpty();
      case "run_terminal_cmd" -> args.path("command").asText().isBlank();
      default -> false;
    };
  }

  private static String about(String doing, Optional<String> what, String otherwise) {
    return doing + " " + what.orElse(otherwise);
  }

  /// The end of a long path says more than its beginning.
  private static Optional<String> path(JsonNode args) {
    return PATHS.stream()
        .map(name -> args.path(name).asText())
        .map(path -> CursorText.line(path, 1000).replaceFirst("^/workspace/", ""))
        .filter(path -> !path.isEmpty())
        .map(path -> path.length() <= LONGEST_PATH ? path : "…" + tail(path))
        .findFirst();
  }

  private static String tail(String path) {
    var from = path.length() - LONGEST_PATH + 1;
    return path.substring(Character.isLowSurrogate(path.charAt(from)) ? from + 1 : from);
  }

  /// The first plain words only: options and assignments of a command can hold secrets.
  private static Optional<String> command(JsonNode args) {
    var plain = PLAIN_WORDS.matcher(args.path("command").asText().strip());
    return plain.lookingAt() ? Optional.of(CursorText.line(plain.group(), 60)) : Optional.empty();
  }
}
