package dev.tiller.core.decide;

import dev.tiller.core.conversation.FeedbackLine;
import dev.tiller.core.routing.Background;
import dev.tiller.core.settings.Preferences;
import java.util.List;
import java.util.function.Supplier;

/// What a message or a click is decided by, beyond its conversation.
///
/// @param background what a request goes by where it says nothing itself; asked only where needed
/// @param settings what settings are decided by; asked only where needed
/// @param feedback what people of the workspace think of runs, newest first; asked only where needed
/// @param preferences what bears on this person here
/// @param rules as people of the channel want them
public record Surroundings(
    Supplier<Background> background,
    Supplier<SettingsCase> settings,
    Supplier<List<FeedbackLine>> feedback,
    Preferences preferences,
    Rules rules,
    Moment moment) {

  /// Where nobody asks what people think.
  public Surroundings(
      Supplier<Background> background,
      Supplier<SettingsCase> settings,
      Preferences preferences,
      Rules rules,
      Moment moment) {
    this(background, settings, List::of, preferences, rules, moment);
  }
}
