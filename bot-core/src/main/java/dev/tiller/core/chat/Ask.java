package dev.tiller.core.chat;

/// Questions that must be answered within the platform's reply. Reads stored state only, within a
/// second.
public interface Ask {

  /// The form behind an [Button.OpenForm], or why this person does not get it.
  Answer form(Action action);

  sealed interface Answer {
    record Open(Form form) implements Answer {}

    /// @param reason a plain sentence for the person who clicked
    record Refuse(String reason) implements Answer {}
  }
}
