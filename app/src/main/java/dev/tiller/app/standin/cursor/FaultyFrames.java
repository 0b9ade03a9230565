package dev.tiller.app.standin.cursor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes the frames of one stream, each at once, and lets go wrong what the faults of its call
/// say.
final class FaultyFrames {

  private final OutputStream out;
  private final String runId;
  private final Optional<Fault.CutStream> cut;
  private final Optional<Fault.StreamUnavailable> unavailable;
  private final Optional<Fault.WrongStatus> wrongStatus;
  private int sent;

  FaultyFrames(OutputStream out, String runId, List<Fault> faults) {
    this.out = out;
    this.runId = runId;
    this.cut = Faults.find(faults, Fault.CutStream.class);
    this.unavailable = Faults.find(faults, Fault.StreamUnavailable.class);
    this.wrongStatus = Faults.find(faults, Fault.WrongStatus.class);
  }

  /// Writes a frame; false when the stream is over because of a fault.
  ///
  /// @throws IOException when the client is gone, or to break the connection
  boolean send(Frame frame) throws IOException {
    if (unavailable.filter(fault -> fault.frames() == sent).isPresent()) {
      out.write(Frame.error("stream_unavailable", "The stream is not available").bytes());
      out.write(Frame.done().bytes());
      return false;
    }
    var bytes = corrected(frame).bytes();
    if (cut.filter(fault -> fault.frames() == sent).isPresent()) {
      out.write(bytes, 0, cut.get().inside() ? bytes.length / 2 : 0);
      throw new IOException("the stream is cut on purpose");
    }
    out.write(bytes);
    sent++;
    return true;
  }

  private Frame corrected(Frame frame) {
    return wrongStatus.isPresent() && endsRun(frame)
        ? Frame.status(runId, wrongStatus.get().status().name())
        : frame;
  }

  private static boolean endsRun(Frame frame) {
    return frame.event().equals("status")
        && Arrays.stream(RunStatus.values())
            .filter(RunStatus::terminal)
            .anyMatch(status -> frame.data().contains("\"" + status + "\""));
  }
}
