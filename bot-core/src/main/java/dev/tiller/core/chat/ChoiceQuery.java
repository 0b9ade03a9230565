package dev.tiller.core.chat;

/// What somebody types into a searchable menu or field.
///
/// @param key the menu's or the form's
/// @param field the form's field; empty for a menu
/// @param typed what was typed so far; may be empty
public record ChoiceQuery(
    Address address, Person asker, ActionKey key, String field, String typed) {}
