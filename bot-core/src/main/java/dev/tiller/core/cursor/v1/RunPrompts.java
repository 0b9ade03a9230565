package dev.tiller.core.cursor.v1;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.cursor.CursorJson;
import dev.tiller.core.cursor.sse.SseEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// What a run was asked for, which only the beginning of its stream tells (Cursor API v1, run
/// stream, `user-message-appended`).
final class RunPrompts {

  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final int FRAMES = 500;

  private final RunStream stream;

  RunPrompts(RunStream stream) {
    this.stream = stream;
  }

  /// What a look at a stream says.
  sealed interface Asked {
    record For(String prompt) implements Asked {}

    /// The stream tells no prompt, now or later.
    record Untold() implements Asked {}

    /// The stream cannot be read at the moment.
    record Unread() implements Asked {}
  }

  Asked read(AgentId agent, RunId run) {
    var asked = new AtomicReference<Optional<String>>(Optional.empty());
    var frames = new AtomicInteger();
    var end =
        stream.follow(
            agent,
            run,
            Optional.empty(),
            SILENCE,
            frame -> {
              asked.set(userMessage(frame));
              return asked.get().isEmpty() && frames.incrementAndGet() < FRAMES;
            });
    return asked
        .get()
        .<Asked>map(Asked.For::new)
        .orElseGet(() ->
            switch (end) {
              case STOPPED, DONE, EXPIRED, CURSOR_REFUSED -> new Asked.Untold();
              case UNAVAILABLE, SILENT, CUT, INTERRUPTED -> new Asked.Unread();
            });
  }

  private static Optional<String> userMessage(SseEvent frame) {
    if (!frame.type().equals("interaction_update")) {
      return Optional.empty();
    }
    var update = CursorJson.tree(frame.data());
    var text = update.path("userMessage").path("text");
    return update.path("type").asText().equals("user-message-appended") && text.isTextual()
        ? Optional.of(text.asText())
        : Optional.empty();
  }
}
