package dev.tiller.core.agents;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a new agent is to do.
///
/// @param launch our id of this launch. A service that lets us choose the agent's id gets one made
///   of it; one that does not gets a branch name that carries it. The same launch is the same agent
/// @param branch the branch to start from; absent means the repository's default, or the pull
///   request's own
/// @param model absent means the service's default
/// @param webhook where endings are reported; ignored by services that have no webhooks
/// @param images at most five, they go along with the prompt
/// @param calledAt when the service was asked; an agent it had before is not this launch's. Absent
///   when it was not asked yet
public record LaunchRequest(
    UUID launch,
    String prompt,
    Repository repository,
    Optional<String> branch,
    Optional<String> model,
    boolean createPullRequest,
    Optional<Webhook> webhook,
    LaunchOptions options,
    List<Image> images,
    Optional<Instant> calledAt) {

  public LaunchRequest {
    images = List.copyOf(images);
  }

  /// A launch with nothing out of the ordinary.
  public LaunchRequest(
      UUID launch,
      String prompt,
      Repository repository,
      Optional<String> branch,
      Optional<String> model,
      boolean createPullRequest,
      Optional<Webhook> webhook) {
    this(
        launch,
        prompt,
        repository,
        branch,
        model,
        createPullRequest,
        webhook,
        LaunchOptions.NONE,
        List.of(),
        Optional.empty());
  }

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
