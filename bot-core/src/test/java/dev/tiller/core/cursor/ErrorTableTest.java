package dev.tiller.core.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.decide.Causes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of docs/cursor-api.md say what the code does.
class ErrorTableTest {

  private static final Path DOCUMENT = Path.of("../docs/cursor-api.md");
  private static final Pattern CODE = Pattern.compile("`([a-z_]+)`.*");

  /// Every code that Cursor documents for agents (Cursor API v1, Jul 2026), and what was seen
  /// besides.
  private static final List<String> CODES =
      List.of(
          "validation_error",
          "missing_body",
          "invalid_model",
          "invalid_branch_name",
          "repository_required",
          "repository_access",
          "pr_resolution_failed",
          "invalid_last_event_id",
          "usage_limit_exceeded",
          "integration_not_connected",
          "unauthorized",
          "api_key_not_found",
          "plan_required",
          "role_forbidden",
          "feature_unavailable",
          "service_account_required",
          "key_not_supported",
          "agent_not_found",
          "run_not_found",
          "artifact_not_found",
          "build_not_found",
          "agent_busy",
          "agent_archived",
          "agent_id_conflict",
          "run_not_cancellable",
          "environment_name_conflict",
          "stream_expired",
          "rate_limit_exceeded",
          "resource_exhausted",
          "internal_error",
          "upstream_error",
          "stream_unavailable",
          "not_implemented",
          "client_cancelled");

  record Row(String code, int status, String call, String meaning, String sentence) {

    static Row of(List<String> cells) {
      return new Row(
          cells.get(0), Integer.parseInt(cells.get(1)), cells.get(2), cells.get(3), cells.get(4));
    }

    CloudAgentsException failure() {
      var provider = code.endsWith("by a git host") ? ",\"provider\":\"github\"" : "";
      var found = CODE.matcher(code);
      var body =
          found.matches()
              ? "{\"error\":{\"code\":\"%s\",\"message\":\"\"%s}}"
                  .formatted(found.group(1), provider)
              : "{}";
      var words = call.split(" ", -1);
      return CursorErrors.of(
          ApiVersion.parse(words[0]).orElseThrow(),
          callNamed(words[1]),
          new Answer(
              status,
              HttpHeaders.of(Map.of(), (_, _) -> true),
              body.getBytes(StandardCharsets.UTF_8)),
          ScriptedCursor.NOW);
    }
  }

  private static Call callNamed(String word) {
    return switch (word) {
      case "launch" -> Call.LAUNCH;
      case "follow-up" -> Call.FOLLOW_UP;
      case "stop" -> Call.CANCEL;
      case "change" -> Call.CHANGE;
      case "read" -> Call.READ;
      default -> throw new IllegalArgumentException("no call: " + word);
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowSaysWhatTheFailureMeansAndWhatThePersonReads(Row row) {
    var failure = row.failure();

    assertThat(meaning(failure)).isEqualTo(row.meaning());
    assertThat(Causes.of(failure)).isEqualTo(row.sentence());
  }

  @Test
  void everyCodeAndEveryReasonHasARow() {
    var codes = rows().map(Row::code).toList();
    var meanings = rows().map(Row::meaning).toList();

    assertThat(codes).containsAll(CODES.stream().map(code -> "`" + code + "`").toList());
    assertThat(meanings)
        .containsAll(Arrays.stream(Reason.values()).map(reason -> "Refused " + reason).toList());
  }

  @Test
  void everyMeaningHasARowThatSaysWhatTheBotDoes() {
    var meanings = rows().map(row -> row.meaning().replaceFirst(" .*", "")).distinct().toList();

    assertThat(cells("| meaning | launch |", "\n\n").map(List::getFirst))
        .containsExactlyInAnyOrderElementsOf(meanings);
  }

  static Stream<Row> rows() {
    return cells("| code |", "\n\n").map(Row::of);
  }

  /// The cells of the table with this head.
  private static Stream<List<String>> cells(String head, String end) {
    try {
      var document = Files.readString(DOCUMENT);
      var from = document.indexOf(head);
      var table = document.substring(from).split(end, 2)[0];
      return table
          .lines()
          .skip(2)
          .filter(line -> line.startsWith("|"))
          .map(line ->
              Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String meaning(CloudAgentsException failure) {
    var name = failure.getClass().getSimpleName();
    return failure instanceof Refused refused ? name + " " + refused.reason() : name;
  }
}
