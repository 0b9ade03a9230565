package dev.tiller.core.settings;

import java.util.Optional;

/// A setting that somebody wants to have another value.
///
/// @param value as written, checked by the grammar to be one; absent takes the setting back, so
///   that weaker sources count again
public record SettingChange(SettingName name, Optional<String> value) {}
