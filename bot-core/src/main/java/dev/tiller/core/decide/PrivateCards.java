package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What only a run's requester gets, in a direct message: how it ended and what its agent said.
/// Nothing on these cards acts on the agent; that is for its thread.
public final class PrivateCards {

  private static final String NOTICE = "end/";
  private static final String SUGGESTION = "suggested/";

  private PrivateCards() {}

  /// The name of the message, for good: whatever the reason, a run's requester gets one.
  public static String key(Run run) {
    return "private/" + run.id();
  }

  /// The thread does not show what the agent said, because outsiders read along.
  ///
  /// @param link leads to the thread
  public static Card heldBack(Agent agent, Run run, Optional<URI> link) {
    return card(agent, run, Texts.get("ending.held-back"), link);
  }

  /// What is to be told instead of a message that found its thread gone; empty for messages that
  /// only that thread's readers need.
  public static Optional<Effect.Tell> instead(
      Conversation conversation, OutgoingMessage lost, Optional<URI> link) {
    return run(lost.key())
        .flatMap(id ->
            conversation
                .agentOfRun(id)
                .flatMap(agent -> agent.run(id).map(run -> instead(agent, run, link))))
        .or(() -> suggestion(lost));
  }

  /// Somebody's suggestion, for the one who was to decide about it.
  private static Optional<Effect.Tell> suggestion(OutgoingMessage lost) {
    return lost.key().startsWith(SUGGESTION) && lost.post() instanceof Notice notice
        ? notice
            .mention()
            .map(owner ->
                new Effect.Tell(
                    owner,
                    "private/" + lost.key(),
                    Replies.text(notice.text().toPlain() + "\n" + Texts.get("ending.thread-gone"))))
        : Optional.empty();
  }

  private static Effect.Tell instead(Agent agent, Run run, Optional<URI> link) {
    var card = card(agent, run, Texts.get("ending.thread-gone"), link);
    return new Effect.Tell(run.requester(), key(run), card);
  }

  /// The run whose ending a message tells of.
  private static Optional<UUID> run(String key) {
    return key.startsWith(NOTICE)
        ? Optional.of(UUID.fromString(key.substring(NOTICE.length())))
        : Optional.empty();
  }

  private static Card card(Agent agent, Run run, String why, Optional<URI> link) {
    var whole = RunCards.card(agent, run);
    var facts = new ArrayList<>(whole.facts());
    facts.add(
        new Fact(
            Texts.get("ending.asked"), Dates.written(run.askedAt()), Optional.of(run.askedAt())));
    link.ifPresent(url -> facts.add(new Fact(Texts.get("ending.asked-in"), url.toString())));
    return new Card(
        whole.title(),
        whole.tone(),
        whole.lead(),
        facts,
        whole.body(),
        Optional.empty(),
        buttons(whole, link),
        List.of(),
        Optional.empty(),
        whole.footnote().isEmpty() ? why : why + " · " + whole.footnote());
  }

  private static List<Button> buttons(Card whole, Optional<URI> link) {
    var buttons = new ArrayList<Button>();
    whole.buttons().stream().filter(Button.Link.class::isInstance).forEach(buttons::add);
    link.ifPresent(url -> buttons.add(new Button.Link(Texts.get("ending.open-thread"), url)));
    return buttons;
  }
}
