package dev.tiller.core.conversation;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Person;
import dev.tiller.core.routing.Sources;
import java.util.Optional;

/// What an agent was asked for with, apart from its prompts.
///
/// @param owner who asked, and who may steer it
/// @param branch to start from; absent means the repository's default
/// @param model absent means the service's default
/// @param createPullRequest whether the service opens a pull request by itself
/// @param sources where repository, branch, model and `createPullRequest` came from
public record AgentRequest(
    Person owner,
    Repository repository,
    Optional<String> branch,
    Optional<String> model,
    boolean createPullRequest,
    LaunchOptions options,
    Sources sources) {

  public AgentRequest ownedBy(Person person) {
    return new AgentRequest(person, repository, branch, model, createPullRequest, options, sources);
  }

  AgentRequest with(Optional<String> otherModel, boolean plan) {
    var other =
        new LaunchOptions(
            options.pullRequest(),
            options.further(),
            plan,
            options.currentBranch(),
            options.place());
    return new AgentRequest(
        owner, repository, branch, otherModel, createPullRequest, other, sources);
  }

  /// The same request for another repository, which no more belongs to the further ones.
  public AgentRequest in(Repository other, Optional<String> itsBranch, Sources because) {
    var moved =
        new LaunchOptions(
            options.pullRequest(),
            options.further().stream().filter(each -> !each.equals(other)).toList(),
            options.plan(),
            options.currentBranch(),
            options.place());
    return new AgentRequest(owner, other, itsBranch, model, createPullRequest, moved, because);
  }
}
