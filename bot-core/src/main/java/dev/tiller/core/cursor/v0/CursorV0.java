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
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Cursor API v0: the service chooses the agent's id, there are no runs, endings come by webhook.
public final class CursorV0 implements CloudAgents {

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
    return launched(http.post(Call.LAUNCH, "/agents", V0Bodies.create(request), V0Agent.class))
        .orElseThrow(() -> new OutcomeUnknown("unreadable_answer", null));
  }

  @Override
  public Optional<Launched> findLaunch(LaunchRequest request) {
    return new LaunchSearch(http).find(request).flatMap(CursorV0::launched);
  }

  private static Optional<Launched> launched(V0Agent agent) {
    return agent
        .id()
        .filter(id -> !id.isBlank())
        .map(id -> new Launched(new AgentId(id), Optional.empty(), agent.page(segment(id))));
  }

  @Override
  public Accepted followUp(AgentId agent, FollowUp followUp) {
    var body = V0Bodies.followUp(followUp);
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
