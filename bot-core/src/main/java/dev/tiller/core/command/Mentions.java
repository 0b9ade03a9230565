package dev.tiller.core.command;

import java.util.List;
import java.util.function.Predicate;

/// Finds natural forms: "in web-app", "on branch dev", "with opus", "use gpt-5.2 to". Nothing is
/// taken out of the task for them.
public final class Mentions {

  private Mentions() {}

  /// What the words of a task may name, in their order; nothing inside code.
  public static List<Mention> in(String prompt) {
    return List.of();
  }

  /// Those that name something known.
  public static List<Mention> in(String prompt, Predicate<Mention> known) {
    return in(prompt).stream().filter(known).toList();
  }
}
