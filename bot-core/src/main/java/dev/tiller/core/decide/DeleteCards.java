package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Tone;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The card that asks whether an agent shall be deleted, as it changes.
final class DeleteCards {

  private DeleteCards() {}

  static Post confirm(Agent agent, Question question) {
    return card(
        Texts.get("delete.question", agent.number()),
        Tone.WAITING,
        loss(agent),
        agent,
        List.of(
            new Button.Press(
                Texts.get("delete.confirm"),
                QuestionKey.of(Verbs.CONFIRM, question),
                Button.Style.DANGER),
            new Button.Press(Texts.get("delete.keep"), QuestionKey.of(Verbs.KEEP, question))),
        Texts.get("delete.asked-by", question.asker().name(), Question.PATIENCE.toMinutes()));
  }

  static Post deleting(Agent agent, Person by) {
    var lead = Texts.get("delete.confirmed-by", by.name());
    return settled(Texts.get("delete.deleting", agent.number()), Tone.WORKING, agent, lead);
  }

  static Post deleted(Agent agent) {
    var lead = Texts.get("delete.deleted-lead");
    return settled(Texts.get("delete.deleted", agent.number()), Tone.NEUTRAL, agent, lead);
  }

  static Post kept(Agent agent, Person by) {
    return kept(agent, Texts.get("delete.kept-by", by.name()));
  }

  static Post expired(Agent agent) {
    return kept(agent, Texts.get("delete.expired"));
  }

  private static Post kept(Agent agent, String lead) {
    return settled(Texts.get("delete.kept", agent.number()), Tone.NEUTRAL, agent, lead);
  }

  static Post failed(Agent agent, String why) {
    return settled(Texts.get("delete.failed", agent.number()), Tone.FAILURE, agent, why);
  }

  private static Post settled(String title, Tone tone, Agent agent, String lead) {
    return card(title, tone, lead, agent, List.of(), "");
  }

  private static Post card(
      String title, Tone tone, String lead, Agent agent, List<Button> buttons, String footnote) {
    var facts =
        List.of(
            new Card.Fact(Texts.get("card.repository"), agent.request().repository().display()),
            new Card.Fact(Texts.get("card.task"), Words.excerpt(agent.firstRun().prompt(), 200)));
    return new Card(title, tone, lead, facts, RichText.EMPTY, Optional.empty(), buttons, footnote);
  }

  /// What is lost, and what is not.
  private static String loss(Agent agent) {
    var parts = new ArrayList<String>();
    if (agent.activeRun().isPresent()) {
      parts.add(Texts.get("delete.at-work"));
    }
    long unsent =
        agent.runs().stream()
            .filter(run -> run.phase() == RunPhase.WAITING || run.phase() == RunPhase.HELD)
            .count();
    if (unsent > 0) {
      parts.add(Texts.get("delete.unsent", unsent));
    }
    parts.add(Texts.get("delete.loss"));
    parts.add(
        lastPushed(agent)
            .map(branch -> Texts.get("delete.branch-stays", branch))
            .orElseGet(() -> Texts.get("delete.nothing-pushed")));
    return String.join(" ", parts);
  }

  private static Optional<String> lastPushed(Agent agent) {
    return agent.runs().reversed().stream()
        .map(Run::ending)
        .flatMap(Optional::stream)
        .map(Ending::branch)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
