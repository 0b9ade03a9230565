package dev.tiller.core.chat;

/// An entry of a menu or of a field.
///
/// @param value what comes back when it is chosen; at most 150 characters
/// @param label what people read; data, shown literally; at most 75 characters
public record Choice(String value, String label) {

  public Choice {
    Checks.filled("value", value);
    Checks.filled("label", label);
  }
}
