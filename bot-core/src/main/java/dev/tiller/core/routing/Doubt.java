package dev.tiller.core.routing;

import dev.tiller.core.agents.Repository;
import java.util.List;
import java.util.Optional;

/// Why a person has to be asked.
public sealed interface Doubt {

  /// Nothing says which repository.
  record NoRepository() implements Doubt {}

  /// Equally strong reasons lead to different repositories.
  ///
  /// @param candidates at least two
  record Tie(List<Candidate> candidates) implements Doubt {
    public Tie {
      candidates = List.copyOf(candidates);
    }
  }

  /// A repository was named that nobody knows.
  ///
  /// @param written as the person wrote it
  /// @param asWritten the repository at that address; absent where only a name was written
  /// @param near known ones that are called much the same, likeliest first
  record UnknownRepository(String written, Optional<Repository> asWritten, List<Repository> near)
      implements Doubt {
    public UnknownRepository {
      near = List.copyOf(near);
    }
  }

  /// The service does not list a model of this name.
  ///
  /// @param source where the name came from
  /// @param near ids of listed ones that are called much the same, likeliest first
  record UnknownModel(String written, Source source, List<String> near) implements Doubt {
    public UnknownModel {
      near = List.copyOf(near);
    }
  }
}
