package dev.tiller.core.decide;

import dev.tiller.core.routing.Background;
import dev.tiller.core.settings.Preferences;
import java.util.function.Supplier;

/// What a message or a click is decided by, beyond its conversation.
///
/// @param background what a request goes by where it says nothing itself; asked only where needed
/// @param settings what settings are decided by; asked only where needed
/// @param preferences what bears on this person here
/// @param rules as people of the channel want them
public record Surroundings(
    Supplier<Background> background,
    Supplier<SettingsCase> settings,
    Preferences preferences,
    Rules rules,
    Moment moment) {}
