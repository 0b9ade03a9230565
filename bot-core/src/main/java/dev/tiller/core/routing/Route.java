package dev.tiller.core.routing;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Pick;
import dev.tiller.core.routing.Resolution.Settled;
import java.util.Optional;

/// Where a request leads.
///
/// @param branch of the repository, where that is settled
public record Route(
    Resolution<Repository> repository,
    Settled<Pick> branch,
    Resolution<Pick> model,
    Settled<Boolean> autoPr) {

  /// What has to be asked first, if anything.
  public Optional<Doubt> doubt() {
    return repository.doubt().or(model::doubt);
  }

  /// Where each value came from. Only of a route without doubt.
  public Sources sources() {
    return new Sources(
        repository.settled().orElseThrow().source(),
        branch.source(),
        model.settled().orElseThrow().source(),
        autoPr.source());
  }
}
