package dev.tiller.core.agents;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How and where an agent works, beyond its task and first repository.
///
/// @param pullRequest an existing pull request to work on
/// @param further more repositories than the first
/// @param plan whether it only makes a plan
/// @param currentBranch whether it pushes to the branch it starts from instead of a new one
/// @param place the machines it runs on; absent means the service's own
public record LaunchOptions(
    Optional<URI> pullRequest,
    List<Repository> further,
    boolean plan,
    boolean currentBranch,
    Optional<Place> place) {

  /// Nothing out of the ordinary.
  public static final LaunchOptions NONE =
      new LaunchOptions(Optional.empty(), List.of(), false, false, Optional.empty());

  public LaunchOptions {
    further = List.copyOf(further);
  }

  /// Self-hosted machines (Cursor API v1, `env`).
  ///
  /// @param name of the machine or pool; absent for the default pool
  public record Place(Kind kind, Optional<String> name) {}

  /// What a [Place] is.
  public enum Kind {
    MACHINE,
    POOL
  }
}
