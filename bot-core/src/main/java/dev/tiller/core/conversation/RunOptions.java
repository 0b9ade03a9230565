package dev.tiller.core.conversation;

import dev.tiller.core.agents.Mode;
import java.util.Optional;

/// What a follow-up asks for beyond its text; both stay for the prompts after it.
///
/// @param mode absent keeps the mode in use
/// @param model absent keeps the model in use
public record RunOptions(Optional<Mode> mode, Optional<String> model) {

  /// Only the text, as for first runs, whose options are their agent's.
  public static final RunOptions NONE = new RunOptions(Optional.empty(), Optional.empty());
}
