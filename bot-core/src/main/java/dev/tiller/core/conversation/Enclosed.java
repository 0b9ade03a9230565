package dev.tiller.core.conversation;

import dev.tiller.core.agents.Image;
import java.util.List;

/// What was collected to go along with a prompt.
///
/// @param text follows the prompt; empty when there is none
/// @param images at most five
public record Enclosed(String text, List<Image> images) {

  public static final Enclosed NOTHING = new Enclosed("", List.of());

  private static final String BETWEEN = "\n\n---\nAdded by Tiller from the chat.\n\n";

  public Enclosed {
    images = List.copyOf(images);
  }

  /// The prompt as the service gets it.
  public String after(String prompt) {
    return text.isEmpty() ? prompt : prompt.stripTrailing() + BETWEEN + text;
  }

  /// What people wrote of a prompt that the service tells back.
  public static String without(String sent) {
    int end = sent.indexOf(BETWEEN);
    return end < 0 ? sent : sent.substring(0, end);
  }

  public boolean isEmpty() {
    return text.isEmpty() && images.isEmpty();
  }
}
