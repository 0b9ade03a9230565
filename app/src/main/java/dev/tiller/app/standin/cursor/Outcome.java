package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Agent.Pushed;
import dev.tiller.app.standin.cursor.Launch.Repository;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What a run leaves behind.
///
/// @param pushed what the agent has pushed by now, over all its runs
/// @param result the last words; only of a finished run
record Outcome(RunStatus status, Optional<Pushed> pushed, Optional<String> result) {

  static final Outcome CANCELLED =
      new Outcome(RunStatus.CANCELLED, Optional.empty(), Optional.empty());

  /// @param nextNumber gives a repository's next pull request number
  static Outcome of(Agent agent, Ending wanted, ToIntFunction<String> nextNumber) {
    var ending = possible(agent, wanted);
    var pushed = agent.launch().repository().flatMap(at -> push(agent, at, ending, nextNumber));
    Optional<String> result =
        ending.status() == RunStatus.FINISHED
            ? Optional.of(Script.summary(agent, ending, pushed))
            : Optional.empty();
    return new Outcome(ending.status(), pushed.or(agent::pushed), result);
  }

  /// The wanted ending, or the nearest to it that this agent can have.
  static Ending possible(Agent agent, Ending wanted) {
    if (wanted != Ending.PULL_REQUEST && wanted != Ending.BRANCH) {
      return wanted;
    }
    if (agent.launch().repositories().isEmpty() || agent.planning()) {
      return Ending.NOTHING;
    }
    return agent.launch().target().autoCreatePr() ? wanted : Ending.BRANCH;
  }

  private static Optional<Pushed> push(
      Agent agent, Repository repository, Ending ending, ToIntFunction<String> nextNumber) {
    return switch (ending) {
      case PULL_REQUEST ->
          Optional.of(
              new Pushed(
                  repository.url(),
                  branch(agent, repository),
                  known(agent, repository)
                      .or(() -> Optional.of(pullRequest(repository, nextNumber)))));
      case BRANCH ->
          Optional.of(
              new Pushed(repository.url(), branch(agent, repository), known(agent, repository)));
      case NOTHING, ERROR, EXPIRED -> Optional.empty();
    };
  }

  /// The same for all runs of an agent.
  private static String branch(Agent agent, Repository repository) {
    var target = agent.launch().target();
    return agent
        .pushed()
        .map(Pushed::branch)
        .or(() -> target.currentBranch() ? Optional.of(current(repository)) : Optional.empty())
        .or(target::branchName)
        .orElseGet(() -> Names.branch(agent.name()));
  }

  private static String current(Repository repository) {
    return repository
        .pullRequest()
        .map(url -> "pr-" + url.substring(url.lastIndexOf('/') + 1))
        .or(repository::ref)
        .orElse("main");
  }

  private static Optional<String> known(Agent agent, Repository repository) {
    Optional<String> given =
        agent.launch().target().currentBranch() ? repository.pullRequest() : Optional.empty();
    return agent.pushed().flatMap(Pushed::pullRequest).or(() -> given);
  }

  private static String pullRequest(Repository repository, ToIntFunction<String> nextNumber) {
    return "https://" + repository.url() + "/pull/" + nextNumber.applyAsInt(repository.url());
  }
}
