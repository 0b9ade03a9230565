package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.conversation.Run;
import java.util.List;

/// The buttons of a follow-up that somebody else has suggested.
final class SuggestionButtons {

  private SuggestionButtons() {}

  static List<Button> of(Run run) {
    return List.of(RunButtons.press("Decline", Verbs.DISCARD, run, Style.DEFAULT));
  }
}
