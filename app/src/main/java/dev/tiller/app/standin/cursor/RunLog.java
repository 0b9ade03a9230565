package dev.tiller.app.standin.cursor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The frames of one run's stream, kept for replay. Thread-safe; readers wait for more.
final class RunLog {

  private final List<Frame> frames = new ArrayList<>();
  private boolean closed;

  /// What a reader finds after waiting.
  ///
  /// @param closed nothing will follow `frames`
  record News(List<Frame> frames, boolean closed) {}

  synchronized void append(List<Frame> more) {
    frames.addAll(more);
    notifyAll();
  }

  /// After this nothing is appended.
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized int size() {
    return frames.size();
  }

  /// How many frames a reader has had whose last one had this id; 0 when the id is not of this run.
  synchronized int after(String id) {
    for (int i = frames.size(); i > 0; i--) {
      if (frames.get(i - 1).id().filter(id::equals).isPresent()) {
        return i;
      }
    }
    return 0;
  }

  /// The frames from `start` on, at once or as soon as there are any; none when the time runs out.
  synchronized News await(int start, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (frames.size() <= start && !closed) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      wait(1 + Duration.ofNanos(left).toMillis());
    }
    return new News(List.copyOf(frames.subList(start, frames.size())), closed);
  }
}
