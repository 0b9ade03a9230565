package dev.tiller.core.conversation;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Person;
import java.util.Optional;

/// What an agent was asked for with, apart from its prompts.
///
/// @param owner who asked, and who may steer it
/// @param source where the repository came from
/// @param branch to start from; absent means the repository's default
/// @param model absent means the service's default
/// @param createPullRequest whether the service opens a pull request by itself
public record AgentRequest(
    Person owner,
    Repository repository,
    RepositorySource source,
    Optional<String> branch,
    Optional<String> model,
    boolean createPullRequest,
    LaunchOptions options) {

  public AgentRequest ownedBy(Person person) {
    return new AgentRequest(person, repository, source, branch, model, createPullRequest, options);
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
        owner, repository, source, branch, otherModel, createPullRequest, other);
  }
}
