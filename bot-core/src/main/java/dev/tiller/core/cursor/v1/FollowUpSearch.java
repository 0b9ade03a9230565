package dev.tiller.core.cursor.v1;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.cursor.CursorJson;
import dev.tiller.core.cursor.CursorText;
import dev.tiller.core.cursor.sse.SseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Finds the run that a follow-up with a lost answer began. A run counts only when its stream says
/// that its user asked for the very same text, so that a run which a person began elsewhere is
/// never taken for ours.
final class FollowUpSearch {

  /// How far the service's clock may be behind ours.
  private static final Duration SKEW = Duration.ofMinutes(2);

  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final int FRAMES = 500;

  private final V1Runs runs;
  private final RunStream stream;

  FollowUpSearch(V1Runs runs, RunStream stream) {
    this.runs = runs;
    this.stream = stream;
  }

  /// Empty when no run there is now began with the prompt. Fails with [NotNow] when a run may have
  /// and cannot be read at the moment.
  Optional<RunId> find(AgentId agent, FollowUp followUp) {
    var candidates = candidates(agent, followUp);
    var unread = false;
    for (var run : candidates) {
      switch (read(agent, run, followUp.prompt())) {
        case SAME -> {
          return Optional.of(run);
        }
        case UNREAD -> unread = true;
        case OTHER -> {}
      }
    }
    if (unread) {
      throw new NotNow("stream_unavailable", Optional.empty(), null);
    }
    return Optional.empty();
  }

  private List<RunId> candidates(AgentId agent, FollowUp followUp) {
    var listed = runs.newest(agent);
    var latest =
        runs.latest(agent)
            .filter(
                id -> listed.stream().noneMatch(run -> run.id().equals(Optional.of(id.value()))))
            .filter(id -> !followUp.known().contains(id))
            .map(id -> runs.run(agent, id));
    return Stream.concat(latest.stream(), listed.stream())
        .filter(run -> recent(run, followUp))
        .flatMap(run -> V1Values.id(run.id()).stream())
        .filter(id -> !followUp.known().contains(id))
        .toList();
  }

  private static boolean recent(V1Wire.Run run, FollowUp followUp) {
    return run.createdAt()
        .flatMap(CursorText::instant)
        .map(created -> !created.isBefore(followUp.sentAt().minus(SKEW)))
        .orElse(true);
  }

  private enum Prompted {
    SAME,
    OTHER,
    UNREAD
  }

  private Prompted read(AgentId agent, RunId run, String prompt) {
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
    if (asked.get().isPresent()) {
      return same(asked.get().get(), prompt) ? Prompted.SAME : Prompted.OTHER;
    }
    return switch (end) {
      case STOPPED, DONE, EXPIRED, CURSOR_REFUSED -> Prompted.OTHER;
      case UNAVAILABLE, SILENT, CUT, INTERRUPTED -> Prompted.UNREAD;
    };
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

  private static boolean same(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.replace("\r\n", "\n").strip());
  }
}
