package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.HangUp;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Writes the frames of one stream, each at once, and lets go wrong what the faults of its call
/// say.
final class FaultyFrames {

  private final OutputStream out;
  private final String runId;
  private final List<Fault> wrong;
  private final Duration heartbeat;
  private int sent;

  /// @param heartbeat between those of a stream that says nothing else
  FaultyFrames(OutputStream out, String runId, List<Fault> wrong, Duration heartbeat) {
    this.out = out;
    this.runId = runId;
    this.wrong = wrong;
    this.heartbeat = heartbeat;
  }

  /// Writes a frame; false when the stream is over because of a fault.
  ///
  /// @throws IOException when the client is gone, or to break the connection
  /// @throws InterruptedException when a stream that says nothing more is to end
  boolean send(Frame frame) throws IOException, InterruptedException {
    var corrected = corrected(frame);
    for (var fault : wrong) {
      if (!passes(fault, corrected)) {
        return false;
      }
    }
    write(corrected);
    sent++;
    return true;
  }

  /// Lets happen what happens before this frame; false when the stream is over.
  private boolean passes(Fault fault, Frame frame) throws IOException, InterruptedException {
    switch (fault) {
      case Fault.StreamUnavailable(int frames) when frames == sent -> {
        out.write(Frame.error("stream_unavailable", "The stream is not available").bytes());
        out.write(Frame.done().bytes());
        return false;
      }
      case Fault.CutStream(int frames, boolean inside) when frames == sent -> {
        var bytes = frame.bytes();
        out.write(bytes, 0, inside ? bytes.length / 2 : 0);
        throw new HangUp();
      }
      case Fault.StalledStream(int frames, boolean heartbeats) when frames == sent ->
          stall(heartbeats);
      case Fault.HugeLine(int bytes) when sent == 1 ->
          out.write(Frame.withoutId("assistant", Map.of("text", "x".repeat(bytes))).bytes());
      default -> {}
    }
    return true;
  }

  private void stall(boolean heartbeats) throws IOException, InterruptedException {
    while (true) {
      Thread.sleep(heartbeat);
      if (heartbeats) {
        out.write(Frame.heartbeat().bytes());
      }
    }
  }

  private void write(Frame frame) throws IOException {
    int times =
        Faults.find(wrong, Fault.RepeatedFrames.class).map(Fault.RepeatedFrames::times).orElse(1);
    for (int i = 0; i < Math.max(1, times); i++) {
      out.write(frame.bytes());
    }
    if (Faults.has(wrong, Fault.UnknownEvents.class)) {
      out.write(Frame.withoutId("added_later", Map.of("kind", "unheard of")).bytes());
    }
  }

  private Frame corrected(Frame frame) {
    boolean status = frame.event().equals("status");
    var odd = Faults.find(wrong, Fault.OddStatus.class).map(Fault.OddStatus::status);
    if (odd.isPresent() && (status || frame.event().equals("result"))) {
      return frame.withStatus(odd.get());
    }
    var terminal = Faults.find(wrong, Fault.WrongStatus.class).map(Fault.WrongStatus::status);
    return terminal.isPresent() && status && endsRun(frame)
        ? Frame.status(runId, terminal.get().name())
        : frame;
  }

  private static boolean endsRun(Frame frame) {
    return Arrays.stream(RunStatus.values())
        .filter(RunStatus::terminal)
        .anyMatch(status -> frame.data().contains("\"" + status + "\""));
  }
}
