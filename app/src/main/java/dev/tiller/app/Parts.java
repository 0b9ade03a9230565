package dev.tiller.app;

import dev.tiller.core.bot.Deadline;
import dev.tiller.core.logs.Trace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a program is made of. Its end is that of its parts, the last one first, by one deadline: a
/// part that hangs is left behind in time for those that come after it.
final class Parts {

  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  /// What each part that is still to come has for itself, however long those before it took.
  private static final Duration SHARE = Duration.ofMillis(500);

  private final Duration share;
  private final Deque<Named> parts = new ArrayDeque<>();

  Parts() {
    this(SHARE);
  }

  /// @param share what each part has for itself, however long those before it took
  Parts(Duration share) {
    this.share = share;
  }

  /// How a part ends.
  @FunctionalInterface
  interface End {

    /// Ends it, by the deadline if it can; it is interrupted then.
    void by(Deadline deadline) throws Exception;
  }

  private record Named(String name, End end) {}

  /// Something that is to be closed at the end.
  <T extends AutoCloseable> T opened(T part) {
    push(part.getClass().getSimpleName(), _ -> part.close());
    return part;
  }

  /// Something that is to be done at the end, before what was pushed until now.
  void push(String name, End end) {
    parts.push(new Named(name, end));
  }

  /// Ends all parts. Returns by the deadline, also on a thread that is interrupted.
  void end(Deadline deadline) {
    boolean interrupted = false;
    while (!parts.isEmpty()) {
      var part = parts.pop();
      interrupted |= end(part, deadline.before(share.multipliedBy(parts.size())));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether the thread was interrupted meanwhile
  private static boolean end(Named part, Deadline deadline) {
    var thread = Thread.ofVirtual().name("stop-" + part.name()).start(() -> run(part, deadline));
    for (boolean interrupted = false; ; ) {
      try {
        if (!thread.join(deadline.left())) {
          log.atWarn().addKeyValue("part", part.name()).log("a part did not end in time");
          thread.interrupt();
        }
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private static void run(Named part, Deadline deadline) {
    try {
      part.end().by(deadline);
    } catch (Exception | Error e) {
      log.atWarn()
          .setCause(Trace.of(e))
          .addKeyValue("part", part.name())
          .log("a part did not close cleanly");
    }
  }
}
