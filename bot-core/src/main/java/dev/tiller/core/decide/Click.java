package dev.tiller.core.decide;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.text.Texts;
import java.util.UUID;
import java.util.function.Function;

/// Somebody's click on a button of a run's card, with all that it is decided by.
///
/// @param agent the run's
/// @param verb what the button is for
/// @param verdict whether the person may steer the agent
record Click(
    Conversation conversation,
    Agent agent,
    Run run,
    Person actor,
    String verb,
    Authority.Verdict verdict,
    Rules rules,
    Moment moment) {

  /// @param run part of the conversation
  static Click of(Conversation conversation, UUID run, Action action, Rules rules, Moment moment) {
    var agent = conversation.agentOfRun(run).orElseThrow();
    return new Click(
        conversation,
        agent,
        agent.run(run).orElseThrow(),
        action.actor(),
        action.key().verb(),
        Authority.maySteer(action.actor(), agent, rules),
        rules,
        moment);
  }

  /// What follows if the person may steer the agent; else a refusal that says who could.
  Decision steering(Function<Click, Decision> allowed) {
    return verdict.allowed() ? allowed.apply(this) : refused();
  }

  /// The same, judged by another rule.
  Click by(Authority.Verdict other) {
    return new Click(conversation, agent, run, actor, verb, other, rules, moment);
  }

  /// The refusal, on record.
  Decision refused() {
    return Decision.of(conversation, audit(verb + " refused", run.id()))
        .noting(Refusals.whoCan(agent, rules));
  }

  /// Nothing changes, and the person is told why.
  Decision note(String why) {
    return Decision.note(conversation, why);
  }

  /// A second click, or one on a card that others have acted on.
  Decision already() {
    return note(Switching.done(agent).orElse(Texts.get("click.done")));
  }

  Effect audit(String act, UUID subject) {
    return new Effect.Audit(actor, act, subject.toString(), verdict.rule());
  }
}
