package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// What a click about a prompt that waits leads to. Who clicks is checked each time; a stale card
/// or a second click does nothing and says so.
final class OnQueue {

  private final Conversation conversation;
  private final Agent agent;
  private final Run run;
  private final Person actor;
  private final Authority.Verdict verdict;
  private final Rules rules;
  private final Moment moment;

  private OnQueue(Click click) {
    this.conversation = click.conversation();
    this.agent = click.agent();
    this.run = click.run();
    this.actor = click.actor();
    this.verdict = click.verdict();
    this.rules = click.rules();
    this.moment = click.moment();
  }

  /// Empty where the click is about something else.
  static Optional<Decision> clicked(Click click) {
    var verb = click.verb();
    boolean shared = verb.equals(Verbs.SEND) || verb.equals(Verbs.DISCARD);
    return (shared && inLine(click.run())) || Verbs.QUEUE.contains(verb)
        ? Optional.of(click.by(may(click)).steering(its -> new OnQueue(its).decide(verb)))
        : Optional.empty();
  }

  static boolean inLine(Run run) {
    return run.phase() == RunPhase.WAITING || run.phase() == RunPhase.HELD;
  }

  /// Everybody may take back what they have asked for themselves.
  private static Authority.Verdict may(Click click) {
    boolean own = click.run().requester().id().equals(click.actor().id());
    return own && click.verb().equals(Verbs.DISCARD)
        ? new Authority.Verdict(true, "author")
        : click.verdict();
  }

  private Decision decide(String verb) {
    return switch (verb) {
      case Verbs.SEND_ALL -> sendAll();
      case Verbs.DROP_ALL -> dropAll();
      default -> inLine(run) ? one(verb) : note(Texts.get("queue.left"));
    };
  }

  private Decision one(String verb) {
    return switch (verb) {
      case Verbs.SEND -> audited("send", agent.takesPrompts() ? send() : retired());
      case Verbs.REQUEUE ->
          audited("send", agent.takesPrompts() ? release(List.of(run)) : retired());
      case Verbs.MOVE_UP -> moved(Queue.up(agent, run));
      case Verbs.MOVE_FIRST -> moved(Queue.first(agent, run));
      default -> Stops.stop(conversation, run.id(), actor, verdict, moment);
    };
  }

  /// Now, if the agent is or can be made free.
  private Decision send() {
    var active = agent.activeRun();
    if (active.isEmpty()) {
      var first = Queue.first(agent, run);
      return Queue.release(conversation.with(first), first, List.of(run));
    }
    if (rules.serviceRuns() || active.get().stopAskedBy().isPresent()) {
      return Queue.overtake(conversation, agent, run, actor);
    }
    return run.phase() == RunPhase.HELD
        ? release(List.of(run)).noting(Texts.get("queue.back-not-now"))
        : note(Texts.get("queue.not-now"));
  }

  private Decision moved(Agent after) {
    if (run.phase() != RunPhase.WAITING || after.equals(agent)) {
      return note(Texts.get("queue.not-moved"));
    }
    return audited("move", Decision.of(conversation.with(after)));
  }

  private Decision sendAll() {
    if (agent.held().isEmpty()) {
      return note(Texts.get("queue.none-held"));
    }
    return audited("send all", agent.takesPrompts() ? release(agent.held()) : retired());
  }

  private Decision dropAll() {
    var held = agent.held();
    if (held.isEmpty()) {
      return note(Texts.get("queue.none-held"));
    }
    var decision = Decision.nothing(conversation);
    for (var each : held) {
      decision = decision.then(now -> Stops.stop(now, each.id(), actor, verdict, moment));
    }
    return decision;
  }

  private Decision release(List<Run> held) {
    return Queue.release(conversation, agent, held);
  }

  private Decision retired() {
    return note(AgentReplies.retiredNote(agent));
  }

  private Decision note(String sentence) {
    return Decision.note(conversation, sentence);
  }

  /// What changes something leaves a trace.
  private Decision audited(String act, Decision decision) {
    return decision.after().equals(conversation)
        ? decision
        : decision.then(now ->
            Decision.of(now, new Effect.Audit(actor, act, run.id().toString(), verdict.rule())));
  }
}
