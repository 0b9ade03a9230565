package dev.tiller.core.agents;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/// What a new agent is to do.
///
/// @param launch our id of this launch. A service that lets us choose the agent's id gets one made
///   of it; one that does not gets a branch name that carries it. The same launch is the same agent
/// @param branch the branch to start from; absent means the repository's default
/// @param model absent means the service's default
/// @param webhook where endings are reported; ignored by services that have no webhooks
public record LaunchRequest(
    UUID launch,
    String prompt,
    Repository repository,
    Optional<String> branch,
    Optional<String> model,
    boolean createPullRequest,
    Optional<Webhook> webhook) {

  /// A listener for one launch.
  ///
  /// @param secret signs the deliveries, 32 to 256 characters (Cursor API v0)
  public record Webhook(URI url, String secret) {
    @Override
    public String toString() {
      return "Webhook[secret hidden]";
    }
  }
}
