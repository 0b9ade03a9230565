package dev.tiller.app.standin.cursor;

import java.util.List;
import java.util.Optional;

/// An agent as someone sees it who looks into the service.
///
/// @param status of its latest run
/// @param repository without scheme; empty without one
/// @param model absent means the default
/// @param prompts all that were accepted, in order, also those that wait
/// @param runs oldest first
/// @param branch what it has pushed, if anything
/// @param pullRequest its pull request's URL, if there is one
public record AgentView(
    String id,
    String name,
    RunStatus status,
    String repository,
    Optional<String> model,
    List<String> prompts,
    List<RunView> runs,
    Optional<String> branch,
    Optional<String> pullRequest) {

  /// @param images how many pictures came with the prompt
  public record RunView(String id, String prompt, int images, RunStatus status) {}

  static AgentView of(Agent agent) {
    return new AgentView(
        agent.id(),
        agent.name(),
        agent.latest().status(),
        agent.launch().repository().map(Launch.Repository::url).orElse(""),
        agent.model(),
        agent.messages().stream()
            .filter(message -> message.type().equals("user_message"))
            .map(Agent.Message::text)
            .toList(),
        agent.runs().stream()
            .map(run ->
                new RunView(run.id(), run.prompt().text(), run.prompt().images(), run.status()))
            .toList(),
        agent.pushed().map(Agent.Pushed::branch),
        agent.pushed().flatMap(Agent.Pushed::pullRequest));
  }
}
