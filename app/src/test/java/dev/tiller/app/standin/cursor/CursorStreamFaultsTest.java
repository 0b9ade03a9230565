package dev.tiller.app.standin.cursor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorStreamFaultsTest extends CursorStandInTestBase {

  @Override
  Options options() {
    var quick = Duration.ofMillis(20);
    return super.options()
        .withStreams(new Options.Streams(Duration.ofMinutes(1), quick, Duration.ofDays(4)));
  }

  @Test
  void aStreamCanBeCutBetweenFrames() throws IOException {
    var made = finished();
    cursor.faults().next(Operation.STREAM, new Fault.CutStream(2, false));

    assertThat(client.brokenStream(made.runPath() + "/stream"))
        .endsWith("\n\n")
        .satisfies(text -> assertThat(frames(text)).hasSize(2));
    assertThat(client.stream(made.runPath() + "/stream")).endsWith("event: done\ndata: {}\n\n");
  }

  @Test
  void aStreamCanBeCutInsideAFrame() throws IOException {
    var made = finished();
    var whole = client.stream(made.runPath() + "/stream");
    cursor.faults().next(Operation.STREAM, new Fault.CutStream(2, true));

    var cut = client.brokenStream(made.runPath() + "/stream");

    assertThat(whole).startsWith(cut);
    assertThat(cut).doesNotEndWith("\n\n");
    assertThat(frames(cut)).hasSize(3);
  }

  @Test
  void aStreamCanBeUnavailableThoughTheRunIsHealthy() throws IOException {
    var made = running("x");
    cursor.faults().next(Operation.STREAM, new Fault.StreamUnavailable(1));

    var frames = SseFrames.parse(client.stream(made.runPath() + "/stream"));

    assertThat(frames)
        .extracting(SseFrames.Frame::event)
        .containsExactly("status", "error", "done");
    assertThat(frames.get(1).data().path("code").asText()).isEqualTo("stream_unavailable");
    assertThat(client.get(made.runPath()).json().path("status").asText()).isEqualTo("RUNNING");
    cursor.finish(made.agent(), Ending.NOTHING);
    assertThat(client.stream(made.runPath() + "/stream")).contains("event: result");
  }

  @Test
  void theStatusOfAStreamCanDisagreeWithItsResult() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.ERROR);
    cursor.faults().next(Operation.STREAM, new Fault.WrongStatus(RunStatus.FINISHED));

    var frames = SseFrames.parse(client.stream(made.runPath() + "/stream"));

    assertThat(frames.stream().filter(frame -> frame.event().equals("status")))
        .extracting(frame -> frame.data().path("status").asText())
        .containsExactly("FINISHED", "RUNNING", "FINISHED");
    assertThat(frames.stream().filter(frame -> frame.event().equals("result")))
        .extracting(frame -> frame.data().path("status").asText())
        .containsExactly("ERROR");
  }

  @Test
  void aStreamCanBeCutAfterSomeTime() throws IOException {
    var made = running("x");
    cursor.faults().next(Operation.STREAM, new Fault.CutStreamAfter(Duration.ofMillis(50)));

    assertThat(frames(client.brokenStream(made.runPath() + "/stream"))).hasSize(3);
  }

  @Test
  void aStreamCanFallSilent() throws IOException {
    var made = finished();
    cursor.faults().next(Operation.STREAM, new Fault.StalledStream(2, false));

    try (var stream = client.openStream(made.runPath() + "/stream")) {
      var frames = new String(readFrames(stream, 2), UTF_8);

      assertThat(frames(frames)).hasSize(2);
      assertThat(stream.available()).isZero();
    }
  }

  @Test
  void aStreamCanSayNothingButThatItIsAlive() throws IOException {
    var made = finished();
    cursor.faults().next(Operation.STREAM, new Fault.StalledStream(1, true));

    try (var stream = client.openStream(made.runPath() + "/stream")) {
      assertThat(SseFrames.parse(new String(readFrames(stream, 4), UTF_8)))
          .extracting(SseFrames.Frame::event)
          .containsExactly("status", "heartbeat", "heartbeat", "heartbeat");
    }
  }

  @Test
  void aStreamCanTellOfStatusesAndEventsThatNobodyKnows() throws IOException {
    var made = finished();
    cursor.faults().next(Operation.STREAM, new Fault.OddStatus("PAUSED"));
    cursor.faults().next(Operation.STREAM, new Fault.UnknownEvents());

    var frames = parsed(made);

    assertThat(frames.stream().filter(frame -> frame.data().has("status")))
        .extracting(frame -> frame.data().path("status").asText())
        .containsOnly("PAUSED");
    assertThat(frames).extracting(SseFrames.Frame::event).contains("result", "added_later");
  }

  @Test
  void framesCanComeTwice() throws IOException {
    var made = finished();
    var whole = parsed(made);
    cursor.faults().next(Operation.STREAM, new Fault.RepeatedFrames(2));

    var twice = parsed(made);

    assertThat(twice).hasSize(2 * whole.size());
    assertThat(twice.get(2)).isEqualTo(twice.get(3)).isEqualTo(whole.get(1));
  }

  @Test
  void aResumedStreamCanBeginAtTheStart() throws IOException {
    var made = finished();
    var whole = client.stream(made.runPath() + "/stream");
    cursor.faults().next(Operation.STREAM, new Fault.ReplayedStream());

    var resumed =
        client.send(
            client.request(made.runPath() + "/stream").header("Last-Event-ID", lastId(whole)),
            BodyHandlers.ofString());

    assertThat(resumed.body()).isEqualTo(whole);
  }

  @Test
  void aLineCanBeHuge() throws IOException {
    var made = finished();
    cursor.faults().next(Operation.STREAM, new Fault.HugeLine(3_000_000));

    assertThat(parsed(made).get(1).data().path("text").asText()).hasSize(3_000_000);
  }

  @Test
  void aStreamCanBeExpired() throws IOException {
    var made = finished();
    cursor.faults().next(Operation.STREAM, new Fault.Refuse(410, ""));

    var answer = client.get(made.runPath() + "/stream");

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("stream_expired");
  }

  private static String lastId(String stream) {
    return SseFrames.parse(stream).stream()
        .map(SseFrames.Frame::id)
        .filter(id -> !id.isEmpty())
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private List<SseFrames.Frame> parsed(Created made) throws IOException {
    return SseFrames.parse(client.stream(made.runPath() + "/stream"));
  }

  /// The bytes up to the end of the nth frame.
  private static byte[] readFrames(InputStream stream, int count) throws IOException {
    var read = new ByteArrayOutputStream();
    int last = 0;
    for (int frames = 0; frames < count; ) {
      int next = stream.read();
      read.write(next);
      frames += next == '\n' && last == '\n' ? 1 : 0;
      last = next;
    }
    return read.toByteArray();
  }

  private Created finished() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);
    return made;
  }

  private static String[] frames(String text) {
    return text.split("\n\n");
  }
}
