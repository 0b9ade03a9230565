package dev.tiller.core.agents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the key that Tiller works with has at the service. Calls block; failures are
/// [CloudAgentsException]s.
public interface Account {

  /// Whose key it is.
  KeyOwner me();

  /// The models that agents can use, in the service's order.
  List<Model> models();

  /// The repositories that agents can work in.
  ///
  /// The service takes tens of seconds for it and allows it once a minute and 30 times an hour
  /// (Cursor API v0 and v1, Oct 2026), so it has no place on any request's path.
  List<Repository> repositories();

  /// A key and who it belongs to, never the key itself.
  ///
  /// @param key the name that was given to the key
  /// @param email absent for the key of a service account
  /// @param name absent like `email`, and where the service does not say
  record KeyOwner(
      String key, Optional<Instant> createdAt, Optional<String> email, Optional<String> name) {}

  /// A model.
  ///
  /// @param name how the service calls it to people; the id where it has no such name
  /// @param aliases other ids that mean the same
  record Model(String id, String name, Optional<String> description, List<String> aliases) {
    public Model {
      aliases = List.copyOf(aliases);
    }
  }
}
