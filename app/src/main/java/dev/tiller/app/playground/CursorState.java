package dev.tiller.app.playground;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The agents of the Cursor stand-in.
///
/// @param api the version that the bot uses, `v1` or `v0`
/// @param agents oldest first
public record CursorState(String api, List<Agent> agents) {

  public CursorState {
    agents = List.copyOf(agents);
  }

  /// An agent.
  ///
  /// @param status the service's own word
  /// @param repository host and path, such as `github.com/acme/web`
  /// @param branch what it has pushed, if anything
  /// @param pullRequest its pull request's real address, if there is one
  public record Agent(
      String id,
      String name,
      String status,
      String repository,
      Optional<String> branch,
      Optional<URI> pullRequest) {}
}
