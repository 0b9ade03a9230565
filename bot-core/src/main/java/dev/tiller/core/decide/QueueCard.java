package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Card.Tone;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What waits for the agents of a thread: one card for each of them.
final class QueueCard {

  private static final int TASK = 120;

  /// As many as fit behind a card's menu.
  private static final int MOST_MORE = 5;

  private QueueCard() {}

  /// @param number the agent that is asked about; absent for all
  static Decision asked(
      Conversation conversation, InboundMessage message, Optional<Integer> number, Rules rules) {
    if (number.isPresent()
        && Choice.numbered(conversation, number.get()) instanceof Choice.None(var why)) {
      return OnMessage.say(conversation, message, Replies.text(why));
    }
    var effects = new ArrayList<Effect>();
    conversation.agents().stream()
        .filter(agent -> number.isEmpty() || number.get() == agent.number())
        .filter(agent -> !agent.queued().isEmpty())
        .forEach(agent ->
            effects.add(
                new Effect.Say(
                    OnMessage.answerKey(conversation, message) + "/" + agent.number(),
                    of(agent, rules))));
    return effects.isEmpty()
        ? OnMessage.say(conversation, message, Replies.text(Texts.get("queue.empty")))
        : Decision.of(conversation, effects);
  }

  private static Card of(Agent agent, Rules rules) {
    var queued = agent.queued();
    return new Card(
            Texts.get("queue.title", queued.size(), agent.number()),
            Tone.WAITING,
            agent
                .activeRun()
                .map(run -> Texts.get("queue.behind", Words.excerpt(run.prompt(), TASK)))
                .orElse(""),
            queued.stream().map(run -> fact(agent, run)).toList(),
            RichText.EMPTY,
            Optional.empty(),
            buttons(agent),
            Texts.get("queue.footnote", rules.queue().limit()))
        .with(more(agent));
  }

  private static Fact fact(Agent agent, Run run) {
    return new Fact(
        place(agent, run),
        Texts.get("queue.line", run.requester().name(), Words.excerpt(run.prompt(), TASK)));
  }

  /// Where a prompt stands, in a word or two.
  private static String place(Agent agent, Run run) {
    return run.phase() == RunPhase.HELD
        ? Texts.get("queue.on-hold")
        : Texts.get("queue.place", agent.waiting().indexOf(run) + 1);
  }

  private static List<Button> buttons(Agent agent) {
    var buttons = new ArrayList<Button>();
    agent.waiting().stream()
        .findFirst()
        .ifPresent(run ->
            buttons.add(
                RunButtons.press(Texts.get("queue.send-first"), Verbs.SEND, run, Style.DEFAULT)));
    buttons.addAll(QueueButtons.ofHeld(agent));
    return buttons;
  }

  private static List<Button> more(Agent agent) {
    return agent.queued().stream()
        .limit(MOST_MORE)
        .map(run ->
            RunButtons.press(
                Texts.get("queue.remove-this", Words.excerpt(run.prompt(), 24)),
                Verbs.DISCARD,
                run,
                Style.DEFAULT))
        .toList();
  }
}
