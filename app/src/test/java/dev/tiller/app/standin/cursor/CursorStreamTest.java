package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorStreamTest extends CursorStandInTestBase {

  private static final String MS = String.valueOf(NOW.toEpochMilli());

  @Test
  void theBytesAreThoseOfTheService() throws IOException {
    var made = running("fix \\\"it\\\"");
    cursor.step(made.agent(), new Step.Words("On it."));
    cursor.finish(made.agent(), Ending.ERROR);

    var stream = client.stream(made.runPath() + "/stream");

    assertThat(stream)
        .isEqualTo(
            """
            event: status
            data: {"runId":"$RUN","status":"ERROR"}

            id: $MS-0
            event: interaction_update
            data: {"type":"user-message-appended","userMessage":{"type":"user_message","session_id":"$AGENT","text":"fix \\"it\\""}}

            event: status
            data: {"runId":"$RUN","status":"RUNNING"}

            id: $MS-1
            event: assistant
            data: {"text":"On "}

            id: $MS-1
            event: interaction_update
            data: {"type":"text-delta","text":"On "}

            id: $MS-2
            event: assistant
            data: {"text":"it."}

            id: $MS-2
            event: interaction_update
            data: {"type":"text-delta","text":"it."}

            id: $MS-3
            event: interaction_update
            data: {"type":"turn-ended","usage":{"inputTokens":7920,"outputTokens":1320,"cacheReadTokens":27720,"cacheWriteTokens":9240}}

            event: status
            data: {"runId":"$RUN","status":"ERROR"}

            id: $MS-4
            event: result
            data: {"runId":"$RUN","status":"ERROR","durationMs":0}

            event: done
            data: {}

            """
                .replace("$RUN", made.run())
                .replace("$AGENT", made.agent())
                .replace("$MS", MS));
  }

  @Test
  void theHeadersSayHowLongTheStreamIsKept() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);

    var response =
        client.send(client.request(made.runPath() + "/stream").GET(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(response.headers().firstValue("X-Cursor-Stream-Retention-Seconds"))
        .contains("345600");
  }

  @Test
  void aToolCallGrowsAndCompletesWithTwins() throws IOException {
    var made = running("x");
    Map<String, Object> args = Map.of("path", "README.md");
    cursor.step(made.agent(), new Step.ToolCall("c1", "read_file", args, Optional.empty()));
    cursor.step(
        made.agent(),
        new Step.ToolCall("c1", "read_file", args, Optional.of(Map.of("content", "# Web"))));
    cursor.finish(made.agent(), Ending.ERROR);

    var frames =
        SseFrames.parse(client.stream(made.runPath() + "/stream")).stream()
            .filter(frame -> frame.data().has("callId"))
            .toList();

    assertThat(frames)
        .extracting(frame -> frame.id() + " " + frame.event() + " " + frame.data())
        .containsExactly(
            MS
                + "-1 tool_call {'callId':'c1','name':'read_file','status':'running'}"
                    .replace('\'', '"'),
            MS
                + "-1 interaction_update {'type':'tool-call-started','callId':'c1','modelCallId':'model_c1','toolCall':{'type':'read','args':{'path':'README.md'}}}"
                    .replace('\'', '"'),
            MS
                + "-2 tool_call {'callId':'c1','name':'read_file','status':'running','args':{'path':'README.md'}}"
                    .replace('\'', '"'),
            MS
                + "-2 interaction_update {'type':'partial-tool-call','callId':'c1','modelCallId':'model_c1','toolCall':{'type':'read','args':{'path':'README.md'}}}"
                    .replace('\'', '"'),
            MS
                + "-3 tool_call {'callId':'c1','name':'read_file','status':'completed','args':{'path':'README.md'},'result':{'success':{'content':'# Web'}}}"
                    .replace('\'', '"'),
            MS
                + "-3 interaction_update {'type':'tool-call-completed','callId':'c1','modelCallId':'model_c1','toolCall':{'type':'read','args':{'path':'README.md'},'result':{'status':'success','value':{'content':'# Web'}}}}"
                    .replace('\'', '"'));
  }

  @Test
  void aFinishedRunsResultIsWhatTheAssistantSaidLast() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.PULL_REQUEST);

    var frames = SseFrames.parse(client.stream(made.runPath() + "/stream"));

    var said = new StringBuilder();
    frames.stream()
        .filter(frame -> frame.event().equals("assistant"))
        .forEach(frame -> said.append(frame.data().path("text").asText()));
    var run = client.get(made.runPath()).json();
    var result = frames.get(frames.size() - 2);
    assertThat(result.event()).isEqualTo("result");
    assertThat(result.data().path("text").asText())
        .isEqualTo(said.toString())
        .isEqualTo(run.path("result").asText());
    assertThat(result.data().path("git")).isEqualTo(run.path("git"));
    assertThat(result.data().path("durationMs")).isEqualTo(run.path("durationMs"));
  }

  @Test
  void framesComeWhileTheRunGoesOn() throws IOException {
    var made = running("x");

    try (var lines = lines(made)) {
      assertThat(readUntil(lines, "RUNNING")).contains("status");
      cursor.step(made.agent(), new Step.Words("Hello"));
      assertThat(readUntil(lines, "text-delta")).contains("Hello");
      cursor.finish(made.agent(), Ending.NOTHING);
      assertThat(lines.lines().toList()).endsWith("event: done", "data: {}", "");
    }
  }

  @Test
  void aCancelledRunIsFramedAsFinishedButItsResultIsTrue() throws IOException {
    var made = running("x");
    client.post(made.runPath() + "/cancel");

    var frames = SseFrames.parse(client.stream(made.runPath() + "/stream"));

    assertThat(frames.getFirst().data().path("status").asText()).isEqualTo("FINISHED");
    assertThat(frames.get(frames.size() - 2).data().path("status").asText()).isEqualTo("CANCELLED");
  }

  @Test
  void heartbeatsComeWhileNothingHappens() throws IOException {
    stopStandIn();
    cursor =
        CursorStandIn.start(
            "127.0.0.1",
            0,
            options()
                .withStreams(
                    new Options.Streams(
                        Duration.ofMillis(20), Duration.ofMillis(5), Duration.ofDays(4))),
            traffic);
    client = new CursorClient(cursor.url());
    var made = running("x");

    try (var lines = lines(made)) {
      readUntil(lines, "user-message-appended");
      var heartbeat = "event: heartbeat\ndata: {}\n\n";
      assertThat(readUntil(lines, heartbeat + heartbeat)).endsWith(heartbeat);
    }
  }

  @Test
  void anUnknownRunHasNoStream() throws IOException {
    var made = create("x");

    assertThat(client.get(made.path() + "/runs/run-x/stream").json().at("/error/code").asText())
        .isEqualTo("run_not_found");
  }

  private BufferedReader lines(Created made) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            client.openStream(made.runPath() + "/stream"), StandardCharsets.UTF_8));
  }

  private static String readUntil(BufferedReader lines, String word) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf(word) < 0) {
      read.append(lines.readLine()).append('\n');
    }
    return read.toString();
  }
}
