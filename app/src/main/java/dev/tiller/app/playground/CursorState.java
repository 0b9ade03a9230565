package dev.tiller.app.playground;

import java.util.List;

/// What the page shows of Cursor.
///
/// @param api the version of the API that the bot uses, such as `v1`
public record CursorState(String api, List<AgentLine> agents) {

  public CursorState {
    agents = List.copyOf(agents);
  }

  /// An agent.
  ///
  /// @param repository without scheme
  public record AgentLine(String id, String name, String status, String repository) {}
}
