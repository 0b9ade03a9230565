package dev.tiller.core.conversation;

import dev.tiller.core.agents.RunId;
import dev.tiller.core.chat.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// One prompt to an agent, from the moment it was accepted to its ending. The unit that has a card.
///
/// @param number counts the runs of its agent from 1
/// @param turn its place among those that wait
/// @param message the message that asked for it, the latest where several did; absent when a form
///   did
/// @param options what a follow-up asks for beyond its text
/// @param serviceRun absent until known, and where the service has no runs of its own
/// @param sentAt when the service was first asked to take it
/// @param seenRunning whether the service has said that it is at work on it
/// @param stopAskedBy who wants it stopped; absent when nobody does
/// @param progress what it is doing, in a few words
/// @param heardAt when the service was last heard of at work on it, as far as cards show it; once
///   it has ended, when that was learned
/// @param retried whether somebody has asked for it again
/// @param ending present exactly when it has ended
/// @param along what goes along with it beyond its text
public record Run(
    UUID id,
    int number,
    Turn turn,
    Person requester,
    Optional<String> message,
    String prompt,
    RunOptions options,
    RunPhase phase,
    Optional<RunId> serviceRun,
    Instant askedAt,
    Optional<Instant> sentAt,
    boolean seenRunning,
    Optional<Person> stopAskedBy,
    Optional<String> progress,
    Optional<Instant> heardAt,
    boolean retried,
    Optional<Ending> ending,
    Along along) {

  /// A prompt with nothing beyond its text.
  public static Run asked(
      UUID id,
      int number,
      Person requester,
      Optional<String> message,
      String prompt,
      RunPhase phase,
      Instant now) {
    return asked(id, number, requester, message, prompt, RunOptions.NONE, phase, now);
  }

  public static Run asked(
      UUID id,
      int number,
      Person requester,
      Optional<String> message,
      String prompt,
      RunOptions options,
      RunPhase phase,
      Instant now) {
    return new Run(
        id,
        number,
        Turn.of(number),
        requester,
        message,
        prompt,
        options,
        phase,
        Optional.empty(),
        now,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Along.NOTHING);
  }

  /// Whether the service has taken it, or may have.
  public boolean taken() {
    return sentAt.isPresent()
        && ending.map(Ending::how).filter(Ending.How.REFUSED::equals).isEmpty();
  }

  /// Whether somebody who may steer the agent wants it, or wanted it: it was more than a
  /// suggestion.
  public boolean wanted() {
    return phase != RunPhase.SUGGESTED
        && ending.map(Ending::how).filter(Ending.How.DECLINED::equals).isEmpty();
  }

  /// A suggestion that becomes a follow-up.
  ///
  /// @param its the prompt as it was accepted
  /// @param last behind whatever waits
  public Run accepted(String its, int last) {
    return saying(its).withPhase(RunPhase.WAITING).in(turn.at(last));
  }

  boolean sentBefore(Run other) {
    return !id.equals(other.id)
        && sentAt.isPresent()
        && (other.sentAt.isEmpty() || sentAt.get().isBefore(other.sentAt.get()));
  }

  /// Orders those that wait: a smaller one comes first.
  public int place() {
    return turn.place();
  }

  /// All messages that asked for it, to put reactions on.
  public List<String> messages() {
    return Stream.concat(turn.joined().stream(), message.stream()).toList();
  }

  /// The run with the people in it changed.
  public Run by(Person its, Optional<Person> stopping) {
    return asked(turn, its, message, prompt, askedAt, stopping, along);
  }

  /// The run with what is to go along with it.
  public Run taking(Along its) {
    return asked(turn, requester, message, prompt, askedAt, stopAskedBy, its);
  }

  /// The run with another text.
  public Run saying(String text) {
    return asked(turn, requester, message, text, askedAt, stopAskedBy, along);
  }

  public Run in(Turn its) {
    return asked(its, requester, message, prompt, askedAt, stopAskedBy, along);
  }

  /// The run with another prompt of the same person added: they go out as one, which was asked for
  /// when the first of them was.
  public Run joinedBy(Run later) {
    return asked(
        turn.joining(message),
        requester,
        later.message,
        prompt + "\n\n" + later.prompt,
        askedAt,
        stopAskedBy,
        along.and(later.along));
  }

  private Run asked(
      Turn its,
      Person by,
      Optional<String> newMessage,
      String text,
      Instant at,
      Optional<Person> stopping,
      Along with) {
    return new Run(
        id,
        number,
        its,
        by,
        newMessage,
        text,
        options,
        phase,
        serviceRun,
        at,
        sentAt,
        seenRunning,
        stopping,
        progress,
        heardAt,
        retried,
        ending,
        with);
  }

  /// The service was heard of.
  public Run heard(Instant at) {
    return new Run(
        id,
        number,
        turn,
        requester,
        message,
        prompt,
        options,
        phase,
        serviceRun,
        askedAt,
        sentAt,
        seenRunning,
        stopAskedBy,
        progress,
        Optional.of(at),
        retried,
        ending,
        along);
  }

  /// What was to go along was collected.
  public Run collected(Optional<String> receipt) {
    return taking(along.collected(receipt));
  }

  public Run withPhase(RunPhase changed) {
    return copy(changed, serviceRun, sentAt, seenRunning, stopAskedBy, progress, retried, ending);
  }

  /// The service is being asked. The first time counts.
  public Run sending(Instant now) {
    return copy(
        RunPhase.SENDING,
        serviceRun,
        sentAt.or(() -> Optional.of(now)),
        seenRunning,
        stopAskedBy,
        Optional.empty(),
        retried,
        ending);
  }

  /// The service has certainly not taken it; what was noted of an earlier try is forgotten.
  public Run startingAgain(Optional<String> why) {
    return copy(
        RunPhase.STARTING,
        serviceRun,
        Optional.empty(),
        seenRunning,
        stopAskedBy,
        why,
        retried,
        ending);
  }

  public Run running(Optional<RunId> its) {
    return copy(
        RunPhase.RUNNING,
        its.or(() -> serviceRun),
        sentAt,
        seenRunning,
        stopAskedBy,
        Optional.empty(),
        retried,
        ending);
  }

  public Run sawRunning() {
    return copy(phase, serviceRun, sentAt, true, stopAskedBy, progress, retried, ending);
  }

  public Run stopAsked(Person by) {
    return copy(phase, serviceRun, sentAt, seenRunning, Optional.of(by), progress, retried, ending);
  }

  /// Stopping did not work; it may be asked for again.
  public Run stopFailed() {
    return copy(phase, serviceRun, sentAt, seenRunning, Optional.empty(), progress, retried, ending)
        .in(turn.yielding(false));
  }

  /// Whether nobody wants it any more. One that is only to make way for another is still begun.
  public boolean unwanted() {
    return stopAskedBy.isPresent() && !turn.yields();
  }

  public Run withProgress(Optional<String> now) {
    return copy(phase, serviceRun, sentAt, seenRunning, stopAskedBy, now, retried, ending);
  }

  public Run wasRetried() {
    return copy(phase, serviceRun, sentAt, seenRunning, stopAskedBy, progress, true, ending);
  }

  public Run ended(Ending its) {
    return copy(
        RunPhase.ENDED,
        serviceRun,
        sentAt,
        seenRunning,
        stopAskedBy,
        Optional.empty(),
        retried,
        Optional.of(its));
  }

  private Run copy(
      RunPhase newPhase,
      Optional<RunId> newServiceRun,
      Optional<Instant> newSentAt,
      boolean newSeenRunning,
      Optional<Person> newStopAskedBy,
      Optional<String> newProgress,
      boolean newRetried,
      Optional<Ending> newEnding) {
    return new Run(
        id,
        number,
        turn,
        requester,
        message,
        prompt,
        options,
        newPhase,
        newServiceRun,
        askedAt,
        newSentAt,
        newSeenRunning,
        newStopAskedBy,
        newProgress,
        heardAt,
        newRetried,
        newEnding,
        along);
  }
}
