package dev.tiller.core.command;

/// An option of a message, in whatever form it was written.
///
/// @param name where its name stands
/// @param key the name as written
/// @param option what the name means, or probably means
/// @param misspelt whether the name only resembles the option's
/// @param value as written, without its quotes
/// @param place where the value stands
record OptionWord(
    Range name, String key, OptionName option, boolean misspelt, String value, Range place) {}
