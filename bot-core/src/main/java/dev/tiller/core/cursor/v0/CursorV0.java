package dev.tiller.core.cursor.v0;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.Accepted;
import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.RunEvent;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.cursor.Call;
import dev.tiller.core.cursor.CursorHttp;
import dev.tiller.core.cursor.Pages;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Cursor API v0: the service chooses the agent's id, there are no runs, endings come by webhook.
public final class CursorV0 implements CloudAgents {

  private static final int PAGES = 5;

  private final CursorHttp http;
  private final InstantSource time;

  public CursorV0(CursorHttp http, InstantSource time) {
    this.http = http;
    this.time = time;
  }

  @Override
  public Abilities abilities() {
    return new Abilities("v0", false, false, true, Set.of());
  }

  @Override
  public Launched launch(LaunchRequest request) {
    return launched(http.post(Call.LAUNCH, "/agents", body(request), V0Agent.class))
        .orElseThrow(() -> new OutcomeUnknown("unreadable_answer", null));
  }

  private static V0Wire.CreateAgent body(LaunchRequest request) {
    return new V0Wire.CreateAgent(
        new V0Wire.Prompt(request.prompt()),
        request.model(),
        new V0Wire.Source(request.repository().url().toString(), request.branch()),
        new V0Wire.Target(request.createPullRequest(), BranchName.of(request)),
        request.webhook().map(hook -> new V0Wire.Webhook(hook.url().toString(), hook.secret())));
  }

  /// Looks through the newest 500 agents for the branch name that the launch asked for.
  @Override
  public Optional<Launched> findLaunch(LaunchRequest request) {
    var wanted = Optional.of(BranchName.of(request));
    var cursor = Optional.<String>empty();
    for (var page = 0; page < PAGES; page++) {
      var query = Pages.query(Pages.LARGEST, cursor);
      var agents = http.get("/agents" + query, V0Wire.Agents.class);
      for (var agent : agents.agents()) {
        if (agent.target().flatMap(V0Agent.Target::branchName).equals(wanted)) {
          return launched(agent);
        }
      }
      cursor = agents.nextCursor().filter(next -> !next.isEmpty());
      if (cursor.isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Optional<Launched> launched(V0Agent agent) {
    return agent
        .id()
        .filter(id -> !id.isBlank())
        .map(id -> new Launched(new AgentId(id), Optional.empty(), agent.page(segment(id))));
  }

  @Override
  public Accepted followUp(AgentId agent, FollowUp followUp) {
    var body = new V0Wire.SendFollowUp(new V0Wire.Prompt(followUp.prompt()));
    http.post(Call.FOLLOW_UP, path(agent) + "/followup", body, V0Wire.Taken.class);
    return new Accepted(Optional.empty());
  }

  /// The conversation has neither times nor ids that would tell two equal prompts apart, so this is
  /// careful: the text must be the last thing that the user said, not the first, and either be
  /// without an answer yet or have the agent at work. A prompt that was taken and worked off before
  /// anybody looked is not found.
  @Override
  public Optional<Accepted> findFollowUp(AgentId agent, FollowUp followUp) {
    var last =
        LastPrompt.of(http.get(path(agent) + "/conversation", V0Wire.Conversation.class))
            .filter(prompt -> prompt.furtherWith(followUp.prompt()))
            .filter(prompt -> !prompt.answered() || atWork(agent));
    return last.map(_ -> new Accepted(Optional.empty()));
  }

  private boolean atWork(AgentId agent) {
    return !look(agent, Optional.empty()).state().terminal();
  }

  @Override
  public RunReport look(AgentId agent, Optional<RunId> run) {
    var askedAt = time.instant();
    return http.get(path(agent), V0Agent.class).report(askedAt);
  }

  @Override
  public Optional<String> pulse(AgentId agent) {
    var conversation = http.get(path(agent) + "/conversation", V0Wire.Conversation.class);
    return Optional.of(String.valueOf(conversation.messages().size()));
  }

  @Override
  public void cancel(AgentId agent, Optional<RunId> run) {
    http.cancel(path(agent) + "/stop");
  }

  @Override
  public void stream(
      AgentId agent, RunId run, Optional<String> after, Consumer<RunEvent> listener) {
    throw new UnsupportedOperationException("Cursor API v0 has no runs to stream");
  }

  private static String path(AgentId agent) {
    return "/agents/" + segment(agent.value());
  }
}
