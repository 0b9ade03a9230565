package dev.tiller.core.cursor.v1;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecords.Page;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.cursor.CursorHttp;
import dev.tiller.core.cursor.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads agents and their runs.
final class V1Runs {

  private static final int PAGES = 5;

  private final CursorHttp http;

  V1Runs(CursorHttp http) {
    this.http = http;
  }

  static String path(AgentId agent) {
    return "/agents/" + segment(agent.value());
  }

  V1Wire.Agent agent(AgentId agent) {
    return http.get(path(agent), V1Wire.Agent.class);
  }

  V1Wire.Run run(AgentId agent, RunId run) {
    return http.get(path(agent) + "/runs/" + segment(run.value()), V1Wire.Run.class);
  }

  Optional<RunId> latest(AgentId agent) {
    return V1Values.id(agent(agent).latestRunId());
  }

  /// The agent's first run: its launch. Absent when there is none yet or too many came after it.
  Optional<RunId> first(AgentId agent) {
    var found = new ArrayList<V1Wire.Run>();
    var cursor = Optional.<String>empty();
    for (var page = 0; page < PAGES; page++) {
      var runs = page(agent, Pages.LARGEST, cursor);
      found.addAll(runs.items());
      cursor = runs.next();
      if (cursor.isEmpty()) {
        return found.isEmpty() ? Optional.empty() : V1Values.id(found.getLast().id());
      }
    }
    return Optional.empty();
  }

  /// The agent's runs of late, newest first.
  List<V1Wire.Run> newest(AgentId agent) {
    return page(agent, Pages.LARGEST, Optional.empty()).items();
  }

  /// All of the agent's runs, newest first.
  List<V1Wire.Run> all(AgentId agent) {
    return Pages.all(after -> page(agent, Pages.LARGEST, after));
  }

  Page<V1Wire.Run> page(AgentId agent, int limit, Optional<String> after) {
    var query = Pages.query(limit, after);
    var page = http.get(path(agent) + "/runs" + query, V1Wire.Runs.class);
    return Pages.page(page.items(), page.nextCursor());
  }
}
