package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.text.Texts;
import java.util.Optional;

/// What a click on an answer's button leads to, and time. Who clicks is checked each time; a stale
/// card or a second click does nothing and says so.
public final class OnQuestion {

  private OnQuestion() {}

  public static Decision clicked(
      Conversation conversation,
      Question question,
      QuestionKey key,
      Person actor,
      Rules rules,
      Moment moment) {
    var click = new Click(conversation, question, actor, rules, moment);
    return switch (key.verb()) {
      case Verbs.PAGE -> click.turn(key.page());
      case Verbs.CONFIRM -> click.confirm();
      case Verbs.KEEP -> click.keep();
      default -> Decision.note(conversation, Texts.get("question.other-version"));
    };
  }

  /// Nobody has confirmed in time.
  public static Decision expired(Conversation conversation, Question question) {
    if (question.topic() == Topic.STOP_ALL) {
      return StopAll.expired(conversation, question);
    }
    return question.stage() == Stage.WAITING
        ? Decision.of(
            conversation,
            new Effect.Ask(question.closed()),
            new Effect.Say(
                question.key(), DeleteCards.expired(agent(conversation, question).orElseThrow())))
        : Decision.nothing(conversation);
  }

  private static Optional<Agent> agent(Conversation conversation, Question question) {
    return question.agent().flatMap(conversation::agent);
  }

  private record Click(
      Conversation conversation, Question question, Person actor, Rules rules, Moment moment) {

    Decision turn(int page) {
      if (!actor.id().equals(question.asker().id())) {
        return Decision.note(conversation, AgentReplies.notYourAnswer(question.asker()));
      }
      boolean turned = question.stage() == Stage.ASKED && question.page() == page;
      if (turned || !question.topic().paged()) {
        return Decision.nothing(conversation);
      }
      return Decision.of(conversation, new Effect.Ask(question.asked(page, moment.now())));
    }

    Decision confirm() {
      var agent = agent(conversation, question).orElseThrow();
      var verdict = Authority.maySteer(actor, agent, rules);
      if (!verdict.allowed()) {
        return refused(agent, verdict);
      }
      return switch (question.stage()) {
        case ASKED -> Decision.note(conversation, Texts.get("question.being-done"));
        case CLOSED -> Decision.note(conversation, Texts.get("question.settled"));
        case WAITING -> {
          if (moment.now().isAfter(question.expiresAt())) {
            yield expired(conversation, question).noting(Texts.get("question.delete-again"));
          }
          yield delete(agent, verdict);
        }
      };
    }

    /// What is at work is stopped first.
    private Decision delete(Agent agent, Authority.Verdict verdict) {
      var stopped =
          agent
              .activeRun()
              .filter(run -> !run.unwanted())
              .map(run -> Stops.stop(conversation, run.id(), actor, verdict, moment))
              .orElseGet(() -> Decision.nothing(conversation));
      return stopped.then(now ->
          Decision.of(
              now,
              new Effect.Ask(question.asked(0, moment.now())),
              new Effect.Say(question.key(), DeleteCards.deleting(agent, actor)),
              audit(Deeds.verb(question.topic()), agent, verdict)));
    }

    Decision keep() {
      var agent = agent(conversation, question).orElseThrow();
      var verdict = Authority.maySteer(actor, agent, rules);
      if (!verdict.allowed()) {
        return refused(agent, verdict);
      }
      return switch (question.stage()) {
        case ASKED -> Decision.note(conversation, Texts.get("question.being-deleted"));
        case CLOSED -> Decision.note(conversation, Texts.get("question.settled"));
        case WAITING ->
            Decision.of(
                conversation,
                new Effect.Ask(question.closed()),
                new Effect.Say(question.key(), DeleteCards.kept(agent, actor)));
      };
    }

    private Decision refused(Agent agent, Authority.Verdict verdict) {
      return Decision.of(
              conversation, audit(Deeds.verb(question.topic()) + " refused", agent, verdict))
          .noting(Refusals.whoCan(agent, rules));
    }

    private Effect audit(String act, Agent agent, Authority.Verdict verdict) {
      return new Effect.Audit(actor, act, agent.id().toString(), verdict.rule());
    }
  }
}
