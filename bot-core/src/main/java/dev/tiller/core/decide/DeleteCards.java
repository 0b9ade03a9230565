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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The card that asks whether an agent shall be deleted, as it changes.
final class DeleteCards {

  private DeleteCards() {}

  static Post confirm(Agent agent, Question question) {
    return card(
        "Delete agent %d for good?".formatted(agent.number()),
        Tone.WAITING,
        loss(agent),
        agent,
        List.of(
            new Button.Press(
                "Delete for good", QuestionKey.of(Verbs.CONFIRM, question), Button.Style.DANGER),
            new Button.Press("Keep", QuestionKey.of(Verbs.KEEP, question))),
        "Asked by %s. Expires in %d minutes."
            .formatted(question.asker().name(), Question.PATIENCE.toMinutes()));
  }

  static Post deleting(Agent agent, Person by) {
    return settled("Deleting agent %d", Tone.WORKING, agent, "Confirmed by " + by.name() + ".");
  }

  static Post deleted(Agent agent) {
    return settled(
        "Agent %d is deleted",
        Tone.NEUTRAL,
        agent,
        "Cursor has deleted it with its conversation. What it pushed stays where it is.");
  }

  static Post kept(Agent agent, Person by) {
    return settled("Agent %d is kept", Tone.NEUTRAL, agent, by.name() + " decided to keep it.");
  }

  static Post expired(Agent agent) {
    return settled(
        "Agent %d is kept",
        Tone.NEUTRAL, agent, "Nobody confirmed in time. To delete it, write delete again.");
  }

  static Post failed(Agent agent, String why) {
    return settled("Agent %d was not deleted", Tone.FAILURE, agent, why);
  }

  private static Post settled(String title, Tone tone, Agent agent, String lead) {
    return card(title.formatted(agent.number()), tone, lead, agent, List.of(), "");
  }

  private static Post card(
      String title, Tone tone, String lead, Agent agent, List<Button> buttons, String footnote) {
    var facts =
        List.of(
            new Card.Fact("Repository", agent.request().repository().display()),
            new Card.Fact("Task", Words.excerpt(agent.firstRun().prompt(), 200)));
    return new Card(title, tone, lead, facts, RichText.EMPTY, Optional.empty(), buttons, footnote);
  }

  /// What is lost, and what is not.
  private static String loss(Agent agent) {
    var parts = new ArrayList<String>();
    if (agent.activeRun().isPresent()) {
      parts.add("It is at work and will be stopped.");
    }
    long unsent =
        agent.runs().stream()
            .filter(run -> run.phase() == RunPhase.WAITING || run.phase() == RunPhase.HELD)
            .count();
    if (unsent > 0) {
      parts.add(
          unsent == 1 ? "1 waiting prompt is dropped." : unsent + " waiting prompts are dropped.");
    }
    parts.add(
        "Cursor forgets the agent, its conversation and all work that was not pushed. Nothing can"
            + " bring that back.");
    parts.add(
        lastPushed(agent)
            .map("Branch %s and its pull request, if any, stay."::formatted)
            .orElse("It has not pushed anything yet."));
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
