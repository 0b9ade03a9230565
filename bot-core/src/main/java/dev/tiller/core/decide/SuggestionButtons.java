package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.text.Texts;
import java.util.List;

/// The buttons of a follow-up that somebody else has suggested.
final class SuggestionButtons {

  private SuggestionButtons() {}

  static List<Button> of(Run run) {
    return List.of(
        RunButtons.press(Texts.get("suggestion.accept"), OnSuggestion.ACCEPT, run, Style.PRIMARY),
        new Button.OpenForm(Texts.get("suggestion.edit"), Verbs.on(OnSuggestion.EDIT, run.id())),
        RunButtons.press(
            Texts.get("suggestion.decline"), OnSuggestion.DECLINE, run, Style.DEFAULT));
  }
}
