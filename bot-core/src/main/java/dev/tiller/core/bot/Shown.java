package dev.tiller.core.bot;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.PrivateCards;
import dev.tiller.core.decide.Progress;
import dev.tiller.core.decide.RunCards;
import dev.tiller.core.text.Texts;
import java.util.List;

/// Keeps the cards of a conversation's runs as its state wants them.
final class Shown {

  private Shown() {}

  /// What may look different since then. An ended run's card is touched only for a reason: the
  /// thread may be long.
  static void cards(Transaction tx, Conversation before, Conversation after, Connected connected) {
    boolean joined = several(after) && !several(before);
    for (var agent : after.agents()) {
      var was = before.agent(agent.id());
      if (joined || was.filter(agent::equals).isEmpty()) {
        var known = was.orElse(agent.withRuns(List.of()));
        runs(tx, after, agent, known, joined);
        privately(tx, after, agent, known, connected);
      }
    }
  }

  /// Whether people have to tell agents apart.
  private static boolean several(Conversation conversation) {
    return conversation.agents().size() > 1;
  }

  private static void runs(
      Transaction tx, Conversation after, Agent agent, Agent before, boolean joined) {
    boolean allChanged = joined || !agent.withRuns(List.of()).equals(before.withRuns(List.of()));
    for (var run : agent.runs()) {
      if (allChanged || run.phase() != RunPhase.ENDED || !wasSo(before, run)) {
        tx.outbox().want(after, RunCards.key(run), card(tx, after, agent, run));
      }
      if (run.along().receipt().isPresent()
          && left(run)
          && !before.run(run.id()).filter(Shown::left).isPresent()) {
        tx.enclosures().forget(run.id());
      }
    }
  }

  private static Card card(Transaction tx, Conversation conversation, Agent agent, Run run) {
    var hidden =
        run.ending().flatMap(Ending::summary).isPresent()
            && hidesSummaries(tx, conversation, run.requester());
    boolean several = several(conversation);
    var quiet = run.phase() == RunPhase.RUNNING && quiet(tx, conversation, run.requester());
    return Texts.in(
        conversation.manner().language(),
        () -> {
          var card =
              hidden
                  ? RunCards.withoutSummary(agent, run, several)
                  : RunCards.card(agent, run, several);
          return quiet ? Progress.quiet(card) : card;
        });
  }

  /// Tells requesters alone what their runs' agents have said at the end, where the thread does not
  /// show it. Outsiders are not among them: they cannot ask for anything.
  private static void privately(
      Transaction tx, Conversation after, Agent agent, Agent before, Connected connected) {
    for (var run : agent.runs()) {
      if (run.ending().flatMap(Ending::summary).isPresent()
          && before.run(run.id()).flatMap(Run::ending).isEmpty()
          && hidesSummaries(tx, after, run.requester())) {
        var link = connected.link(after.address().thread());
        tx.outbox()
            .tell(
                after,
                run.requester(),
                PrivateCards.key(run),
                Texts.in(after.manner().language(), () -> PrivateCards.heldBack(agent, run, link)));
      }
    }
  }

  private static boolean quiet(Transaction tx, Conversation conversation, Person reader) {
    var preferences = tx.settings().preferences(conversation.address().thread(), reader);
    return preferences.etiquette().quiet().orElse(false);
  }

  /// Whether what agents say must not be shown in a thread, because outsiders read along.
  static boolean hidesSummaries(Transaction tx, Conversation conversation, Person reader) {
    var thread = conversation.address().thread();
    return tx.settings().outsidersRead(thread)
        && !tx.settings().preferences(thread, reader).summaryOutside();
  }

  /// Whether this run's prompt is not sent any more. A follow-up that may have been lost may be
  /// sent again; instead of a launch another one begins, with what it collects itself.
  private static boolean left(Run run) {
    return switch (run.phase()) {
      case RUNNING, ENDED -> true;
      case UNCERTAIN -> run.number() == 1;
      case SUGGESTED, WAITING, HELD, STARTING, SENDING -> false;
    };
  }

  private static boolean wasSo(Agent before, Run run) {
    return before.run(run.id()).filter(run::equals).isPresent();
  }
}
