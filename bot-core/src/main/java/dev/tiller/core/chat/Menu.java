package dev.tiller.core.chat;

import java.util.List;

/// A searchable menu on a card. What is chosen comes back as an [Action] with its [Action#value()].
///
/// @param label what is chosen, for people who cannot see the menu, and as its placeholder
/// @param key comes back with the choice; also what [Ask#choices] is asked about
/// @param choices the likeliest ones, at most 100; more are found with [Ask#choices] where a
///   platform can
public record Menu(String label, ActionKey key, List<Choice> choices) {

  public Menu {
    Checks.filled("label", label);
    choices = List.copyOf(choices);
  }
}
