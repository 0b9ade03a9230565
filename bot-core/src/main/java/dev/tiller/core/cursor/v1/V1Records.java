package dev.tiller.core.cursor.v1;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunRecord;
import dev.tiller.core.agents.Usage;
import dev.tiller.core.cursor.CursorHttp;
import dev.tiller.core.cursor.Downloads;
import dev.tiller.core.cursor.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agents that Cursor API v1 keeps.
public final class V1Records implements AgentRecords {

  private final CursorHttp http;
  private final Downloads downloads;
  private final V1Runs runs;

  public V1Records(CursorHttp http, Downloads downloads) {
    this.http = http;
    this.downloads = downloads;
    this.runs = new V1Runs(http);
  }

  @Override
  public Page<AgentRecord> list(int limit, Optional<String> after) {
    var page = http.get("/agents" + Pages.query(limit, after), V1RecordWire.Agents.class);
    var agents = page.items().stream().flatMap(agent -> V1RecordValues.agent(agent).stream());
    return Pages.page(agents.toList(), page.nextCursor());
  }

  @Override
  public AgentRecord get(AgentId agent) {
    return V1RecordValues.agent(agent, http.get(V1Runs.path(agent), V1RecordWire.Agent.class));
  }

  @Override
  public Page<RunRecord> runs(AgentId agent, int limit, Optional<String> after) {
    var page = runs.page(agent, limit, after);
    var records = page.items().stream().flatMap(run -> V1RecordValues.run(run).stream());
    return new Page<>(records.toList(), page.next());
  }

  @Override
  public List<Message> conversation(AgentId agent, Map<RunId, String> prompts) {
    return new V1Conversation(runs, new RunPrompts(new RunStream(http))).read(agent, prompts);
  }

  @Override
  public void archive(AgentId agent) {
    http.change(V1Runs.path(agent) + "/archive");
  }

  @Override
  public void unarchive(AgentId agent) {
    http.change(V1Runs.path(agent) + "/unarchive");
  }

  @Override
  public void delete(AgentId agent) {
    try {
      http.delete(V1Runs.path(agent));
    } catch (Gone e) {
      // Somebody else was quicker, or this is a repetition: what was wanted is so.
    }
  }

  @Override
  public List<Artifact> artifacts(AgentId agent) {
    return http
        .get(V1Runs.path(agent) + "/artifacts", V1RecordWire.Artifacts.class)
        .items()
        .stream()
        .flatMap(artifact -> V1RecordValues.artifact(artifact).stream())
        .toList();
  }

  @Override
  public Content fetch(AgentId agent, Artifact artifact, long most) {
    var path = V1Runs.path(agent) + "/artifacts/download?path=" + segment(artifact.path());
    return downloads.fetch(http.get(path, V1RecordWire.Download.class).url(), most);
  }

  @Override
  public Usage usage(AgentId agent) {
    return V1RecordValues.usage(http.get(V1Runs.path(agent) + "/usage", V1RecordWire.Usage.class));
  }
}
