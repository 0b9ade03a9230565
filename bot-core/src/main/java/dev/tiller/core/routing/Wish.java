package dev.tiller.core.routing;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import java.util.Optional;

/// A request as far as it says where and how it is to be carried out.
///
/// @param picked what was chosen when the bot asked back
public record Wish(Options options, String prompt, Picked picked) {

  public Wish(Options options, String prompt) {
    this(options, prompt, Picked.NOTHING);
  }

  /// What somebody has chosen of what was asked. Beats everything else.
  public record Picked(Optional<Repository> repository, Optional<Pick> model) {

    public static final Picked NOTHING = new Picked(Optional.empty(), Optional.empty());
  }
}
