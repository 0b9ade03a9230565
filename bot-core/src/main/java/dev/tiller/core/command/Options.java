package dev.tiller.core.command;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.LaunchOptions.Kind;
import dev.tiller.core.agents.LaunchOptions.Place;
import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import java.util.List;
import java.util.Optional;

/// The options of a message, as written. An absent one falls through to the defaults of the person,
/// the channel and the workspace.
///
/// @param repositories the main one first; empty when none was written
/// @param branch the branch to start from
/// @param autoPr whether the agent opens a pull request when it is done
/// @param currentBranch whether it pushes to the branch it starts from
/// @param machine a self-hosted machine's name
/// @param pool a self-hosted pool's name, or [#DEFAULT_POOL]
/// @param selfHosted whether it runs on self-hosted machines at all
/// @param context how much of the thread goes along
/// @param repositoryName a bare name that was written instead of a repository, to be looked up;
///   absent where `repositories` has any
public record Options(
    List<Repository> repositories,
    Optional<PullRequest> pullRequest,
    Optional<Pick> branch,
    Optional<Pick> model,
    Optional<Boolean> autoPr,
    Optional<Mode> mode,
    Optional<Boolean> currentBranch,
    Optional<String> machine,
    Optional<String> pool,
    Optional<Boolean> selfHosted,
    Optional<ContextChoice> context,
    Optional<String> repositoryName) {

  /// Options without a bare name.
  public Options(
      List<Repository> repositories,
      Optional<PullRequest> pullRequest,
      Optional<Pick> branch,
      Optional<Pick> model,
      Optional<Boolean> autoPr,
      Optional<Mode> mode,
      Optional<Boolean> currentBranch,
      Optional<String> machine,
      Optional<String> pool,
      Optional<Boolean> selfHosted,
      Optional<ContextChoice> context) {
    this(
        repositories,
        pullRequest,
        branch,
        model,
        autoPr,
        mode,
        currentBranch,
        machine,
        pool,
        selfHosted,
        context,
        Optional.empty());
  }

  /// How the pool without a name of its own is called.
  public static final String DEFAULT_POOL = "default";

  /// No option was written.
  public static final Options NONE =
      new Options(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Options {
    repositories = List.copyOf(repositories);
  }

  /// The main repository: as written, else the one of the pull request.
  public Optional<Repository> repository() {
    return repositories.stream().findFirst().or(() -> pullRequest.map(PullRequest::repository));
  }

  /// The self-hosted machines it is to run on.
  public Optional<Place> place() {
    return machine
        .map(name -> new Place(Kind.MACHINE, Optional.of(name)))
        .or(() -> pool.map(Options::namedPool))
        .or(() -> selfHosted.filter(yes -> yes).map(_ -> namedPool(DEFAULT_POOL)));
  }

  private static Place namedPool(String name) {
    return new Place(Kind.POOL, Optional.of(name).filter(its -> !its.equals(DEFAULT_POOL)));
  }

  /// What these come to for a new agent.
  public LaunchOptions forLaunch() {
    return new LaunchOptions(
        pullRequest.map(PullRequest::url),
        repositories.stream().skip(1).toList(),
        mode.equals(Optional.of(Mode.PLAN)),
        currentBranch.orElse(false),
        place());
  }
}
