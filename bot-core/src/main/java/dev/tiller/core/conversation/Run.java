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
/// @param along what goes along with it beyond its text
public record Run(
    UUID id, int number, Turn turn, RunRequest request, Along along, RunCourse course) {

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
    var request = new RunRequest(requester, message, prompt, options, now);
    return new Run(id, number, Turn.of(number), request, Along.NOTHING, RunCourse.begun(phase));
  }

  public Person requester() {
    return request.requester();
  }

  public Optional<String> message() {
    return request.message();
  }

  public String prompt() {
    return request.prompt();
  }

  public RunOptions options() {
    return request.options();
  }

  public Instant askedAt() {
    return request.askedAt();
  }

  public RunPhase phase() {
    return course.phase();
  }

  public Optional<RunId> serviceRun() {
    return course.serviceRun();
  }

  public Optional<Instant> sentAt() {
    return course.sentAt();
  }

  public boolean seenRunning() {
    return course.seenRunning();
  }

  public Optional<Person> stopAskedBy() {
    return course.stopAskedBy();
  }

  public Optional<String> progress() {
    return course.progress();
  }

  public Optional<Instant> heardAt() {
    return course.heardAt();
  }

  public boolean retried() {
    return course.retried();
  }

  public Optional<Ending> ending() {
    return course.ending();
  }

  /// Whether the service has taken it, or may have.
  public boolean taken() {
    return sentAt().isPresent() && !endedBy(Ending.How.REFUSED);
  }

  /// Whether somebody who may steer the agent wants it, or wanted it: it was more than a
  /// suggestion.
  public boolean wanted() {
    return phase() != RunPhase.SUGGESTED && !endedBy(Ending.How.DECLINED);
  }

  private boolean endedBy(Ending.How how) {
    return ending().map(Ending::how).filter(how::equals).isPresent();
  }

  /// Whether nobody wants it any more. One that is only to make way for another is still begun.
  public boolean unwanted() {
    return stopAskedBy().isPresent() && !turn.yields();
  }

  boolean sentBefore(Run other) {
    return !id.equals(other.id)
        && sentAt().isPresent()
        && (other.sentAt().isEmpty() || sentAt().get().isBefore(other.sentAt().get()));
  }

  /// Orders those that wait: a smaller one comes first.
  public int place() {
    return turn.place();
  }

  /// All messages that asked for it, to put reactions on.
  public List<String> messages() {
    return Stream.concat(turn.joined().stream(), message().stream()).toList();
  }

  /// A suggestion that becomes a follow-up.
  ///
  /// @param its the prompt as it was accepted
  /// @param last behind whatever waits
  public Run accepted(String its, int last) {
    return saying(its).withPhase(RunPhase.WAITING).in(turn.at(last));
  }

  public Run in(Turn its) {
    return new Run(id, number, its, request, along, course);
  }

  /// The run with the people in it changed.
  public Run by(Person its, Optional<Person> stopping) {
    return asking(request.by(its)).on(course.stopAsked(stopping));
  }

  /// The run with another text.
  public Run saying(String text) {
    return asking(request.saying(text));
  }

  /// The run with another prompt of the same person added: they go out as one, which was asked for
  /// when the first of them was.
  public Run joinedBy(Run later) {
    return asking(request.joinedBy(later.request))
        .in(turn.joining(message()))
        .taking(along.and(later.along));
  }

  private Run asking(RunRequest its) {
    return new Run(id, number, turn, its, along, course);
  }

  /// The run with what is to go along with it.
  public Run taking(Along its) {
    return new Run(id, number, turn, request, its, course);
  }

  /// What was to go along was collected.
  public Run collected(Optional<String> receipt) {
    return taking(along.collected(receipt));
  }

  /// The service was heard of.
  public Run heard(Instant at) {
    return on(course.heard(at));
  }

  public Run withPhase(RunPhase changed) {
    return on(course.in(changed));
  }

  /// The service is being asked. The first time counts.
  public Run sending(Instant now) {
    return on(course.sending(now));
  }

  /// The service has certainly not taken it; what was noted of an earlier try is forgotten.
  public Run startingAgain(Optional<String> why) {
    return on(course.startingAgain(why));
  }

  public Run running(Optional<RunId> its) {
    return on(course.running(its));
  }

  public Run sawRunning() {
    return on(course.sawRunning());
  }

  public Run stopAsked(Person by) {
    return on(course.stopAsked(Optional.of(by)));
  }

  /// Stopping did not work; it may be asked for again.
  public Run stopFailed() {
    return on(course.stopAsked(Optional.empty())).in(turn.yielding(false));
  }

  public Run withProgress(Optional<String> now) {
    return on(course.doing(now));
  }

  public Run wasRetried() {
    return on(course.wasRetried());
  }

  public Run ended(Ending its) {
    return on(course.ended(its));
  }

  private Run on(RunCourse its) {
    return new Run(id, number, turn, request, along, its);
  }
}
