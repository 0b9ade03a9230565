package dev.tiller.core.chat;

import java.util.List;

/// Questions that must be answered within the platform's reply. Reads stored state only, within a
/// second.
public interface Ask {

  /// The form behind an [Button.OpenForm], or why this person does not get it.
  Answer form(Action action);

  /// The form behind an entry of a message's own menu, or why this person does not get it.
  Answer form(Shortcut shortcut);

  /// What matches in a searchable menu or field, best first, at most 100; empty when nothing does
  /// or when this person may not choose.
  List<Choice> choices(ChoiceQuery query);

  /// What a person finds when they open the bot's own page in a workspace: their agents, the
  /// settings that hold for them, and the buttons that change them. For a while after that,
  /// [ChatPlatform#home] is called when it looks different. The address is what the page's buttons
  /// come back with; it is no thread.
  Card home(Address page, Person visitor);

  sealed interface Answer {
    record Open(Form form) implements Answer {}

    /// @param reason a plain sentence for the person who clicked
    record Refuse(String reason) implements Answer {}
  }
}
