package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import java.util.List;

/// The buttons of a follow-up that waits.
final class QueueButtons {

  private QueueButtons() {}

  static List<Button> of(Run run) {
    var remove = RunButtons.press("Remove", Verbs.DISCARD, run, Style.DEFAULT);
    return run.phase() == RunPhase.HELD
        ? List.of(RunButtons.press("Send now", Verbs.SEND, run, Style.PRIMARY), remove)
        : List.of(remove);
  }
}
