package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Launch.Prompt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A cloud agent as it stands at one moment.
///
/// @param deleted kept so that its id is not used again and v0 can answer 409
/// @param pushed what it has pushed so far, over all its runs
/// @param runs oldest first, never empty
/// @param waiting v0 follow-ups that came while a run was active, oldest first
record Agent(
    String id,
    String name,
    Launch launch,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    boolean deleted,
    Optional<Pushed> pushed,
    List<Run> runs,
    List<Message> messages,
    List<Prompt> waiting) {

  /// A branch and, when there is one, its pull request's URL.
  record Pushed(String repository, String branch, Optional<String> pullRequest) {}

  /// @param type `user_message` or `assistant_message`
  record Message(String id, String type, String text) {}

  static Agent created(String id, String name, Launch launch, Instant now) {
    return new Agent(
        id,
        name,
        launch,
        now,
        now,
        false,
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  Run latest() {
    return runs.getLast();
  }

  Optional<Run> active() {
    return runs.stream().filter(run -> !run.status().terminal()).findFirst();
  }

  Optional<Run> run(String runId) {
    return runs.stream().filter(run -> run.id().equals(runId)).findFirst();
  }

  /// Whether it works on this pull request or has opened it; true when none is given.
  boolean isAbout(Optional<String> pullRequest) {
    var own =
        Stream.concat(
                launch.repositories().stream().flatMap(at -> at.pullRequest().stream()),
                pushed.stream().flatMap(at -> at.pullRequest().stream()))
            .toList();
    return pullRequest.isEmpty() || own.contains(pullRequest.get());
  }

  /// Whether the conversation is in plan mode, where nothing is changed.
  boolean planning() {
    return lastSaid(Prompt::mode).filter("plan"::equals).isPresent();
  }

  /// Absent means the default.
  Optional<String> model() {
    return lastSaid(Prompt::model);
  }

  private Optional<String> lastSaid(Function<Prompt, Optional<String>> part) {
    return runs.stream()
        .flatMap(run -> part.apply(run.prompt()).stream())
        .reduce((_, later) -> later);
  }

  Agent began(Run run) {
    return copy(run.createdAt(), archived, deleted, pushed, plus(runs, run), messages, waiting);
  }

  Agent changed(Run run) {
    UnaryOperator<Run> newer = old -> old.id().equals(run.id()) ? run : old;
    var all = runs.stream().map(newer).toList();
    return copy(run.updatedAt(), archived, deleted, pushed, all, messages, waiting);
  }

  Agent said(Message message) {
    return copy(updatedAt, archived, deleted, pushed, runs, plus(messages, message), waiting);
  }

  Agent pushed(Pushed now) {
    return copy(updatedAt, archived, deleted, Optional.of(now), runs, messages, waiting);
  }

  Agent waiting(List<Prompt> now) {
    return copy(updatedAt, archived, deleted, pushed, runs, messages, now);
  }

  Agent archived(boolean now) {
    return copy(updatedAt, now, deleted, pushed, runs, messages, waiting);
  }

  Agent asDeleted() {
    return copy(updatedAt, archived, true, pushed, runs, messages, List.of());
  }

  static <T> List<T> plus(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  private Agent copy(
      Instant updated,
      boolean nowArchived,
      boolean nowDeleted,
      Optional<Pushed> nowPushed,
      List<Run> nowRuns,
      List<Message> nowMessages,
      List<Prompt> nowWaiting) {
    return new Agent(
        id,
        name,
        launch,
        createdAt,
        updated,
        nowArchived,
        nowDeleted,
        nowPushed,
        nowRuns,
        nowMessages,
        nowWaiting);
  }
}
