package dev.tiller.core.conversation;

import dev.tiller.core.agents.RunId;
import dev.tiller.core.chat.Person;
import java.time.Instant;
import java.util.Optional;

/// How far a run has come, and what became of it.
///
/// @param serviceRun absent until known, and where the service has no runs of its own
/// @param sentAt when the service was first asked to take it
/// @param seenRunning whether the service has said that it is at work on it
/// @param stopAskedBy who wants it stopped; absent when nobody does
/// @param progress what it is doing, in a few words
/// @param heardAt when the service was last heard of at work on it, as far as cards show it; once
///   it has ended, when that was learned
/// @param retried whether somebody has asked for it again
/// @param ending present exactly when it has ended
public record RunCourse(
    RunPhase phase,
    Optional<RunId> serviceRun,
    Optional<Instant> sentAt,
    boolean seenRunning,
    Optional<Person> stopAskedBy,
    Optional<String> progress,
    Optional<Instant> heardAt,
    boolean retried,
    Optional<Ending> ending) {

  /// Nothing has happened yet.
  static RunCourse begun(RunPhase phase) {
    return new RunCourse(
        phase,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  RunCourse in(RunPhase its) {
    return now(its, serviceRun, sentAt, progress);
  }

  RunCourse sending(Instant now) {
    return now(RunPhase.SENDING, serviceRun, sentAt.or(() -> Optional.of(now)), Optional.empty());
  }

  RunCourse startingAgain(Optional<String> why) {
    return now(RunPhase.STARTING, serviceRun, Optional.empty(), why);
  }

  RunCourse running(Optional<RunId> its) {
    return now(RunPhase.RUNNING, its.or(() -> serviceRun), sentAt, Optional.empty());
  }

  RunCourse doing(Optional<String> its) {
    return now(phase, serviceRun, sentAt, its);
  }

  private RunCourse now(
      RunPhase its, Optional<RunId> at, Optional<Instant> sent, Optional<String> doing) {
    return new RunCourse(its, at, sent, seenRunning, stopAskedBy, doing, heardAt, retried, ending);
  }

  RunCourse sawRunning() {
    return noted(true, stopAskedBy, heardAt, retried);
  }

  RunCourse stopAsked(Optional<Person> by) {
    return noted(seenRunning, by, heardAt, retried);
  }

  RunCourse heard(Instant at) {
    return noted(seenRunning, stopAskedBy, Optional.of(at), retried);
  }

  RunCourse wasRetried() {
    return noted(seenRunning, stopAskedBy, heardAt, true);
  }

  private RunCourse noted(
      boolean seen, Optional<Person> stopping, Optional<Instant> heard, boolean again) {
    return new RunCourse(phase, serviceRun, sentAt, seen, stopping, progress, heard, again, ending);
  }

  RunCourse ended(Ending its) {
    return new RunCourse(
        RunPhase.ENDED,
        serviceRun,
        sentAt,
        seenRunning,
        stopAskedBy,
        Optional.empty(),
        heardAt,
        retried,
        Optional.of(its));
  }
}
