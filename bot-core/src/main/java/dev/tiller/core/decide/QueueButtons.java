package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// The buttons of follow-ups that wait.
final class QueueButtons {

  private QueueButtons() {}

  static List<Button> of(Agent agent, Run run) {
    var buttons = new ArrayList<Button>();
    if (run.phase() == RunPhase.HELD) {
      buttons.add(press("queue.send-now", Verbs.SEND, run, Style.PRIMARY));
      if (agent.activeRun().filter(active -> active.stopAskedBy().isEmpty()).isPresent()) {
        buttons.add(press("queue.back", Verbs.REQUEUE, run, Style.DEFAULT));
      }
    } else {
      buttons.add(press("queue.send-now", Verbs.SEND, run, Style.DEFAULT));
      moves(agent, run, buttons);
    }
    buttons.add(new Button.OpenForm(Texts.get("queue.edit"), Verbs.on(Verbs.EDIT, run.id())));
    buttons.add(press("queue.remove", Verbs.DISCARD, run, Style.DEFAULT));
    return buttons;
  }

  private static void moves(Agent agent, Run run, List<Button> buttons) {
    int ahead = agent.waiting().indexOf(run);
    if (ahead > 0) {
      buttons.add(press("queue.up", Verbs.MOVE_UP, run, Style.DEFAULT));
    }
    if (ahead > 1) {
      buttons.add(press("queue.first", Verbs.MOVE_FIRST, run, Style.DEFAULT));
    }
  }

  /// For all that is on hold; none where nothing is.
  static List<Button> ofHeld(Agent agent) {
    return agent.held().stream()
        .limit(1)
        .flatMap(run ->
            List.of(
                press("queue.send-all", Verbs.SEND_ALL, run, Style.PRIMARY),
                press("queue.drop-all", Verbs.DROP_ALL, run, Style.DEFAULT))
                .stream())
        .toList();
  }

  private static Button press(String label, String verb, Run run, Style style) {
    return RunButtons.press(Texts.get(label), verb, run, style);
  }
}
