package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// What the bot says about stopping.
final class StopReplies {

  private static final int TASK = 80;
  private static final int MOST_BUTTONS = 6;

  private StopReplies() {}

  static Post nothing() {
    return Replies.text(Texts.get("stop.nothing"));
  }

  static Post already() {
    return Replies.text(Texts.get("stop.already"));
  }

  static Post idle(Agent agent) {
    return Replies.text(Texts.get("stop.idle", agent.number()));
  }

  static Post outsider() {
    return Replies.text(Texts.get("stop.outsider"));
  }

  /// The run that is meant has ended; another one of its agent may be at work.
  static Post ended(Agent agent, Run run) {
    var task = Words.excerpt(run.prompt(), TASK);
    return Stops.target(agent)
        .filter(target -> !target.unwanted())
        .map(target ->
            notice(
                Texts.get(
                    "stop.ended-other", task, agent.number(), Words.excerpt(target.prompt(), TASK)),
                List.of(button(agent, target))))
        .orElseGet(() -> notice(Texts.get("stop.ended", task), List.of()));
  }

  static Post which(List<Agent> agents) {
    var buttons =
        agents.stream()
            .flatMap(agent -> Stops.target(agent).map(run -> button(agent, run)).stream())
            .limit(MOST_BUTTONS)
            .toList();
    return new Card(
        Texts.get("stop.which"),
        Card.Tone.WAITING,
        Texts.get("stop.which-lead", agents.getLast().number()),
        agents.stream().map(Agents::fact).toList(),
        RichText.EMPTY,
        Optional.empty(),
        buttons,
        "");
  }

  private static Button button(Agent agent, Run run) {
    return RunButtons.press(Texts.get("stop.agent", agent.number()), Verbs.STOP, run, Style.DANGER);
  }

  /// @param agent as it is after the stop
  /// @param run as it was before
  static Post stopping(Agent agent, Run run) {
    var task = Words.excerpt(run.prompt(), TASK);
    int held = agent.held().size();
    var what =
        run.phase().active()
            ? Texts.get("stop.stopping", agent.number(), task)
            : Texts.get("stop.removed", agent.number(), task);
    return run.phase().active() && held > 0
        ? notice(what + " " + Texts.get("stop.held", held), QueueButtons.ofHeld(agent))
        : notice(what, List.of());
  }

  /// Why a run that was at work has ended.
  static String by(Run run, Person person) {
    return run.turn().yields()
        ? Texts.get("stop.for-another", person.name())
        : Texts.get("stop.by", person.name());
  }

  /// Why a run was not sent.
  static String unsentBy(Person person) {
    return Texts.get("stop.unsent-by", person.name());
  }

  static String removedBy(Person person) {
    return Texts.get("stop.removed-by", person.name());
  }

  private static Post notice(String text, List<Button> buttons) {
    return new Notice(Optional.empty(), RichText.plain(text), buttons);
  }
}
