package dev.tiller.core.cursor.v0;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunRecord;
import dev.tiller.core.agents.Usage;
import dev.tiller.core.cursor.CursorHttp;
import dev.tiller.core.cursor.Downloads;
import dev.tiller.core.cursor.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agents that Cursor API v0 keeps. It has neither runs nor usage, and cannot archive.
public final class V0Records implements AgentRecords {

  private final CursorHttp http;
  private final Downloads downloads;

  public V0Records(CursorHttp http, Downloads downloads) {
    this.http = http;
    this.downloads = downloads;
  }

  @Override
  public Page<AgentRecord> list(int limit, Optional<String> after) {
    var page = http.get("/agents" + Pages.query(limit, after), V0Wire.Agents.class);
    var agents = page.agents().stream().flatMap(agent -> V0RecordValues.agent(agent).stream());
    return Pages.page(agents.toList(), page.nextCursor());
  }

  @Override
  public AgentRecord get(AgentId agent) {
    return V0RecordValues.agent(agent, http.get(path(agent), V0Agent.class));
  }

  @Override
  public Page<RunRecord> runs(AgentId agent, int limit, Optional<String> after) {
    return new Page<>(List.of(), Optional.empty());
  }

  @Override
  public List<Message> conversation(AgentId agent, Map<RunId, String> prompts) {
    return http.get(path(agent) + "/conversation", V0Wire.Conversation.class).messages().stream()
        .flatMap(message -> V0RecordValues.message(message).stream())
        .toList();
  }

  @Override
  public void archive(AgentId agent) {
    throw new UnsupportedOperationException("Cursor API v0 cannot archive");
  }

  @Override
  public void unarchive(AgentId agent) {
    throw new UnsupportedOperationException("Cursor API v0 cannot archive");
  }

  /// v0 refuses with one and the same 409 what is deleted and what is archived.
  @Override
  public void delete(AgentId agent) {
    try {
      http.delete(path(agent));
    } catch (Gone | Refused e) {
      if (refusedForAnother(e) || exists(agent)) {
        throw e instanceof Refused ? e : new Refused(Reason.ARCHIVED, "agent_archived", "");
      }
    }
  }

  private static boolean refusedForAnother(CloudAgentsException e) {
    return e instanceof Refused refused && refused.reason() != Reason.ARCHIVED;
  }

  private boolean exists(AgentId agent) {
    try {
      get(agent);
      return true;
    } catch (Gone e) {
      return false;
    }
  }

  @Override
  public List<Artifact> artifacts(AgentId agent) {
    return http.get(path(agent) + "/artifacts", V0RecordWire.Artifacts.class).artifacts().stream()
        .flatMap(artifact -> V0RecordValues.artifact(artifact).stream())
        .toList();
  }

  @Override
  public Content fetch(AgentId agent, Artifact artifact, long most) {
    var path = path(agent) + "/artifacts/download?path=" + segment(artifact.path());
    return downloads.fetch(http.get(path, V0RecordWire.Download.class).url(), most);
  }

  @Override
  public Usage usage(AgentId agent) {
    throw new UnsupportedOperationException("Cursor API v0 does not tell usage");
  }

  private static String path(AgentId agent) {
    return "/agents/" + segment(agent.value());
  }
}
