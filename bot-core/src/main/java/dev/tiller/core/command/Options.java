package dev.tiller.core.command;

import dev.tiller.core.agents.Repository;
import java.util.Optional;

/// The options of a message, as written. An absent one falls through to the defaults of the person,
/// the channel and the workspace.
///
/// @param branch the branch to start from
/// @param autoPr whether the agent opens a pull request when it is done
public record Options(
    Optional<Repository> repository,
    Optional<String> branch,
    Optional<String> model,
    Optional<Boolean> autoPr) {

  /// No option was written.
  public static final Options NONE =
      new Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Options withRepository(Repository value) {
    return new Options(Optional.of(value), branch, model, autoPr);
  }

  Options withBranch(Optional<String> value) {
    return new Options(repository, value, model, autoPr);
  }

  Options withModel(Optional<String> value) {
    return new Options(repository, branch, value, autoPr);
  }

  Options withAutoPr(boolean value) {
    return new Options(repository, branch, model, Optional.of(value));
  }
}
