package dev.tiller.app.standin.schema;

/// Something that is wrong with a value.
///
/// @param what in a few words
/// @param at where it stands, as a JSON pointer
public record Problem(String what, String at) {}
