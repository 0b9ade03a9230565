package dev.tiller.core.cursor.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.RunEvent;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.cursor.sse.SseEvent;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunEventsTest {

  private final RunEvents events = new RunEvents();

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          read_file        | {"path":"src/Login.java"}                  | Reading src/Login.java
          read_file        | {"target_file":"/workspace/src/A.java"}    | Reading src/A.java
          read_file        | {"path":"a\\nb\\u202e.txt"}                | Reading a b .txt
          read_file        | {"path":17}                                | Reading 17
          read_file        | {"path":{"odd":true}}                      | Reading a file
          read_file        | {}                                         | Reading a file
          read_file        | "odd"                                      | Reading a file
          edit_file        | {"path":"pom.xml","content":"…"}           | Editing pom.xml
          delete_file      | {"path":"old.txt"}                         | Deleting old.txt
          run_terminal_cmd | {"command":"mvn -q verify"}                | Running mvn
          run_terminal_cmd | {"command":"npm run build-all --x"}        | Running npm run build-all
          run_terminal_cmd | {"command":"TOKEN=abc npm test"}           | Running a command
          run_terminal_cmd | {"command":"git clone https://u:p@host/x"} | Running git clone
          run_terminal_cmd | {"command":"make\\nrm -rf /"}              | Running make
          run_terminal_cmd | {}                                         | Running a command
          grep_search      | {"pattern":"x"}                            | Searching the code
          file_search      | {}                                         | Looking for files
          pr_management    | {}                                         | Working on the pull request
          mcp              | {}                                         | Using a connected tool
          get_mcp_tools    | {}                                         | Looking at the connected tools
          task             | {}                                         | Handing on a part of the task
          await            | {}                                         | Waiting
          brand_new_tool   | {"secret":"x"}                             | Working
          """)
  void toolCallsAreToldInAFewWords(String tool, String args, String words) {
    assertThat(events.of(call("c", tool, "completed", args)))
        .contains(new RunEvent.Step(words, Optional.of("1-1")));
  }

  @Test
  void ofALongPathTheEndIsShown() {
    var path = "deep/".repeat(50) + "Login.java";

    var step = events.of(call("c", "read_file", "running", "{\"path\":\"" + path + "\"}"));

    assertThat(((RunEvent.Step) step.orElseThrow()).text())
        .startsWith("Reading …")
        .endsWith("deep/Login.java")
        .hasSize("Reading ".length() + 80);
  }

  @Test
  void argumentsThatGrowAreToldTwiceAndAtTheEnd() {
    var told =
        Stream.of("s", "sr", "src", "src/", "src/L", "src/Login.java")
            .map(path -> "{\"path\":\"" + path + "\"}")
            .map(args -> call("c", "read_file", "running", args))
            .map(frame -> events.of(frame).orElseThrow())
            .toList();
    var end = events.of(call("c", "read_file", "completed", "{\"path\":\"src/Login.java\"}"));

    assertThat(told).filteredOn(RunEvent.Step.class::isInstance).hasSize(2);
    assertThat(told).allMatch(event -> event.cursor().isPresent());
    assertThat(end).contains(new RunEvent.Step("Reading src/Login.java", Optional.of("1-1")));
  }

  @Test
  void aCallWhoseArgumentsAreStillToComeIsNotToldYet() {
    assertThat(events.of(call("c", "read_file", "running", "{}")))
        .contains(new RunEvent.Heartbeat(Optional.of("1-1")));
    assertThat(events.of(call("c", "read_file", "running", "{\"path\":\"a.txt\"}")))
        .contains(new RunEvent.Step("Reading a.txt", Optional.of("1-1")));
  }

  @Test
  void aCallIsNotToldAgainWhenItIsComplete() {
    events.of(call("c", "await", "running", "{}"));

    assertThat(events.of(call("c", "await", "completed", "{}")))
        .contains(new RunEvent.Heartbeat(Optional.of("1-1")));
  }

  @Test
  void twoCallsOfOneToolAreToldEach() {
    events.of(call("c1", "await", "running", "{}"));

    assertThat(events.of(call("c2", "await", "running", "{}")).orElseThrow())
        .isInstanceOf(RunEvent.Step.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "{\"status\":7}", "not json"})
  void anOddStatusIsNoEnding(String data) {
    assertThat(events.of(new SseEvent("status", data, "")))
        .contains(new RunEvent.Status(RunState.UNRECOGNIZED, Optional.empty()));
  }

  @Test
  void nothingThatAStreamBringsMakesTheReadingFail() {
    var random = new Random(3);
    var types = List.of("status", "assistant", "thinking", "tool_call", "result", "x\ny", "");
    var parts = List.of("{", "}", "\"args\":", "\"text\":", "[", "]", "null", "1", "\"a\"", ",");
    for (var round = 0; round < 3000; round++) {
      var data = new StringBuilder();
      for (var i = random.nextInt(10); i > 0; i--) {
        data.append(parts.get(random.nextInt(parts.size())));
      }
      var frame = new SseEvent(types.get(random.nextInt(types.size())), data.toString(), "9");

      assertThat(events.of(frame)).isPresent();
    }
  }

  private static SseEvent call(String id, String tool, String status, String args) {
    var data =
        "{\"callId\":\"%s\",\"name\":\"%s\",\"status\":\"%s\",\"args\":%s}"
            .formatted(id, tool, status, args);
    return new SseEvent("tool_call", data, "1-1");
  }
}
