package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.command.Pick;
import java.util.Optional;

/// What one workspace, channel or person has chosen. An absent value falls through to weaker
/// sources.
///
/// @param followUpsByTeam whether everybody may follow up, instead of the owner alone
/// @param summaryOutside whether agents' summaries are shown where outsiders read along
public record Defaults(
    Optional<Repository> repository,
    Optional<Pick> branch,
    Optional<Pick> model,
    Optional<Boolean> autoPr,
    Optional<ContextChoice> context,
    Optional<Boolean> followUpsByTeam,
    Optional<Boolean> summaryOutside) {

  public static final Defaults NONE =
      new Defaults(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
