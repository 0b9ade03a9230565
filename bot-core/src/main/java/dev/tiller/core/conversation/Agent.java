package dev.tiller.core.conversation;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An agent that somebody asked for in a thread.
///
/// @param id ours, chosen at the request; names the launch
/// @param number counts the agents of its thread from 1
/// @param serviceId the service's id; absent until known
/// @param page the agent's page on the service's site; absent until known
/// @param calledAt when the service was last asked to create it; absent before that
/// @param runs oldest first, never empty
/// @param movedTo the repository that its request was given to instead; absent while it was not
public record Agent(
    UUID id,
    int number,
    AgentRequest request,
    LaunchState state,
    Optional<AgentId> serviceId,
    Optional<URI> page,
    Optional<Instant> calledAt,
    List<Run> runs,
    Optional<Repository> movedTo) {

  /// One whose request was not given to another.
  public Agent(
      UUID id,
      int number,
      AgentRequest request,
      LaunchState state,
      Optional<AgentId> serviceId,
      Optional<URI> page,
      Optional<Instant> calledAt,
      List<Run> runs) {
    this(id, number, request, state, serviceId, page, calledAt, runs, Optional.empty());
  }

  public Agent {
    runs = List.copyOf(runs);
  }

  public Run firstRun() {
    return runs.getFirst();
  }

  public Optional<Run> run(UUID run) {
    return runs.stream().filter(each -> each.id().equals(run)).findFirst();
  }

  /// The run that the service has, is being asked for, or may have; at most one at a time.
  public Optional<Run> activeRun() {
    return runs.stream().filter(run -> run.phase().active()).findFirst();
  }

  /// Prompts that wait for their turn, in order.
  public List<Run> waiting() {
    return inLine(EnumSet.of(RunPhase.WAITING));
  }

  /// Prompts that are on hold, in order.
  public List<Run> held() {
    return inLine(EnumSet.of(RunPhase.HELD));
  }

  /// Prompts that wait or are on hold, in order.
  public List<Run> queued() {
    return inLine(EnumSet.of(RunPhase.WAITING, RunPhase.HELD));
  }

  private List<Run> inLine(Set<RunPhase> phases) {
    return runs.stream()
        .filter(run -> phases.contains(run.phase()))
        .sorted(Comparator.comparingInt(Run::place).thenComparingInt(Run::number))
        .toList();
  }

  public boolean usable() {
    return state == LaunchState.REQUESTED
        || state == LaunchState.CALLING
        || state == LaunchState.LAUNCHED;
  }

  /// Whether it takes follow-ups: it is usable, and nobody has given its request to another.
  public boolean takesPrompts() {
    return usable() && movedTo.isEmpty();
  }

  /// Whether the service has it, as far as we know.
  public boolean atService() {
    return serviceId.isPresent()
        && (state == LaunchState.LAUNCHED || state == LaunchState.ARCHIVED);
  }

  /// The run that says most about how it stands: the one at work, else the latest. What was only
  /// suggested says nothing.
  public Run currentRun() {
    return activeRun().orElseGet(this::latestRun);
  }

  /// The latest run that was more than a suggestion.
  public Run latestRun() {
    return runs.reversed().stream().filter(Run::wanted).findFirst().orElseThrow();
  }

  /// Follow-ups that its owner is still asked about, in order.
  public List<Run> suggestions() {
    return runs.stream().filter(run -> run.phase() == RunPhase.SUGGESTED).toList();
  }

  /// The service's ids of all runs of this agent that we know.
  public Set<RunId> knownRuns() {
    return runs.stream().flatMap(run -> run.serviceRun().stream()).collect(Collectors.toSet());
  }

  /// What a run is to do with its prompt: as it says itself, else as the prompts sent before it.
  /// Absent where nobody has said.
  public Optional<Mode> modeOf(Run run) {
    return latestSaid(run, RunOptions::mode)
        .or(() -> Optional.of(Mode.PLAN).filter(_ -> request.options().plan()));
  }

  /// Whether a run only makes a plan.
  public boolean plans(Run run) {
    return modeOf(run).equals(Optional.of(Mode.PLAN));
  }

  /// What another agent would be asked for with, to do what this one was to do in the run.
  public AgentRequest requestFor(Run run) {
    var model = latestSaid(run, RunOptions::model).or(request::model);
    return request.with(model, plans(run));
  }

  private <T> Optional<T> latestSaid(Run run, Function<RunOptions, Optional<T>> part) {
    var before =
        runs.stream()
            .filter(each -> each.taken() && each.sentBefore(run))
            .sorted(Comparator.comparing(each -> each.sentAt().orElseThrow()));
    return Stream.concat(before, Stream.of(run))
        .flatMap(each -> part.apply(each.options()).stream())
        .reduce((_, later) -> later);
  }

  public Agent withState(LaunchState changed) {
    return new Agent(id, number, request, changed, serviceId, page, calledAt, runs, movedTo);
  }

  /// The agent with its request changed.
  public Agent asked(AgentRequest changed) {
    return new Agent(id, number, changed, state, serviceId, page, calledAt, runs, movedTo);
  }

  public Agent calling(Instant now) {
    return new Agent(
        id, number, request, LaunchState.CALLING, serviceId, page, Optional.of(now), runs, movedTo);
  }

  /// The service does not have it any more; one that was deleted from here stays deleted.
  public Agent gone() {
    return state == LaunchState.DELETED ? this : withState(LaunchState.GONE);
  }

  /// The agent exists; what was known of its page stays when the new source does not say. One that
  /// was put away or deleted meanwhile stays so.
  public Agent launched(AgentId service, Optional<URI> its) {
    return new Agent(
        id,
        number,
        request,
        state == LaunchState.ARCHIVED || state == LaunchState.DELETED
            ? state
            : LaunchState.LAUNCHED,
        Optional.of(service),
        its.or(() -> page),
        calledAt,
        runs,
        movedTo);
  }

  public Agent withRuns(List<Run> changed) {
    return new Agent(id, number, request, state, serviceId, page, calledAt, changed, movedTo);
  }

  /// Another agent works on the same request elsewhere.
  public Agent moved(Repository other) {
    return new Agent(
        id, number, request, state, serviceId, page, calledAt, runs, Optional.of(other));
  }

  public Agent withRun(UUID run, UnaryOperator<Run> change) {
    var changed = new ArrayList<>(runs);
    changed.replaceAll(each -> each.id().equals(run) ? change.apply(each) : each);
    return withRuns(changed);
  }

  /// The agent with what is to go along with its first prompt.
  public Agent taking(Along along) {
    return withRun(firstRun().id(), run -> run.taking(along));
  }

  public Agent plus(Run run) {
    var more = new ArrayList<>(runs);
    more.add(run);
    return withRuns(more);
  }
}
