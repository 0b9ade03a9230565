package dev.tiller.core.command;

/// A word of a message that is written like an option: `key=value`.
///
/// @param place the whole word, with quotes and with punctuation that follows
/// @param key what stands before the `=`, as written
/// @param option what the key names, or probably means
/// @param misspelt whether the key only resembles the option's name
/// @param value where the value stands, without its quotes
record OptionWord(Range place, String key, OptionName option, boolean misspelt, Range value) {}
