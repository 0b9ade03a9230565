package dev.tiller.core.decide;

import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the buttons and the form of a suggestion lead to. Who acts is checked each time: whoever
/// may steer the agent decides, and who made the suggestion may take it back.
final class OnSuggestion {

  /// It is sent as it is.
  static final String ACCEPT = "accept";

  /// The form that changes it before it is sent.
  static final String EDIT = "edit-suggestion";

  /// It is not sent.
  static final String DECLINE = "decline";

  private static final int PROMPT_LENGTH = 3000;

  private final Conversation conversation;
  private final Agent agent;
  private final Run run;
  private final Person actor;
  private final Rules rules;
  private final Moment moment;

  private OnSuggestion(
      Conversation conversation, Agent agent, Run run, Person actor, Rules rules, Moment moment) {
    this.conversation = conversation;
    this.agent = agent;
    this.run = run;
    this.actor = actor;
    this.rules = rules;
    this.moment = moment;
  }

  /// A click on one of its buttons.
  static Decision clicked(Click click) {
    var its =
        new OnSuggestion(
            click.conversation(),
            click.agent(),
            click.run(),
            click.actor(),
            click.rules(),
            click.moment());
    return click.verb().equals(ACCEPT) ? its.accept(click.run().prompt()) : its.decline();
  }

  /// The form that it is changed in, for the person who clicked.
  static Answer open(Opening opening) {
    var run = opening.run();
    if (!opening.maySteer()) {
      return new Answer.Refuse(Refusals.whoCan(opening.agent(), opening.rules()));
    }
    var obstacle = obstacle(opening.agent(), run);
    if (obstacle.isPresent() || run.prompt().length() > PROMPT_LENGTH) {
      return new Answer.Refuse(obstacle.orElseGet(() -> Texts.get("suggestion.too-long")));
    }
    var field =
        new Form.TextField(
            Verbs.PROMPT_FIELD,
            Texts.get("suggestion.form-label"),
            Texts.get("suggestion.form-hint", run.requester().name()),
            run.prompt(),
            true,
            false,
            PROMPT_LENGTH);
    return opening.with(
        Texts.get("suggestion.form-title"), Texts.get("suggestion.accept"), List.of(field));
  }

  /// The form was sent. Its text is the prompt as it stands there, options or not.
  static Decision submitted(Submitted sent) {
    var prompt = sent.value(Verbs.PROMPT_FIELD);
    var its =
        new OnSuggestion(
            sent.conversation(),
            sent.agent(),
            sent.run(),
            sent.actor(),
            sent.around().rules(),
            sent.around().moment());
    return prompt.isEmpty() ? sent.note(Texts.get("suggestion.empty")) : its.accept(prompt);
  }

  private Decision accept(String prompt) {
    var verdict = Authority.maySteer(actor, agent, rules);
    if (!verdict.allowed()) {
      return refused("accept", verdict);
    }
    var obstacle = obstacle(agent, run).or(this::crowd);
    if (obstacle.isPresent()) {
      return Decision.note(conversation, obstacle.get());
    }
    var effects = new ArrayList<Effect>();
    run.message().ifPresent(message -> effects.add(new Effect.React(message, Reaction.WORKING)));
    effects.add(audit("accept suggestion", verdict.rule()));
    int last = agent.runs().stream().mapToInt(Run::place).max().orElseThrow() + 1;
    var waiting = conversation.withRun(run.id(), each -> each.accepted(prompt, last));
    return Agents.next(waiting, agent, effects).then(this::tellAccepted);
  }

  /// That as many wait as may.
  private Optional<String> crowd() {
    return !Agents.free(agent) && Queue.full(agent, rules)
        ? Optional.of(Texts.get("queue.full", agent.number(), agent.queued().size()))
        : Optional.empty();
  }

  private Decision tellAccepted(Conversation now) {
    var its = now.agentOfRun(run.id()).flatMap(each -> each.run(run.id())).orElseThrow();
    boolean waits = its.phase() == RunPhase.WAITING;
    boolean edited = !its.prompt().equals(run.prompt());
    var quoted = Suggestions.quoted(its);
    var text =
        edited
            ? waits
                ? Texts.get("suggestion.edited-waits", actor.name(), quoted)
                : Texts.get("suggestion.edited", actor.name(), quoted)
            : waits
                ? Texts.get("suggestion.accepted-waits", actor.name(), quoted)
                : Texts.get("suggestion.accepted", actor.name(), quoted);
    return Decision.of(now, tell(text));
  }

  private Decision decline() {
    if (run.phase() != RunPhase.SUGGESTED) {
      return Decision.note(conversation, Texts.get("suggestion.settled"));
    }
    if (Authority.mayWithdraw(actor, run).allowed()) {
      return ended(
              Texts.get("suggestion.withdrawn-cause", actor.name()),
              List.of(audit("withdraw suggestion", "suggester")))
          .noting(Texts.get("suggestion.withdrawn"));
    }
    var verdict = Authority.maySteer(actor, agent, rules);
    return verdict.allowed()
        ? ended(
            Texts.get("suggestion.declined-cause", actor.name()),
            List.of(
                audit("decline suggestion", verdict.rule()),
                tell(Texts.get("suggestion.declined", actor.name(), Suggestions.quoted(run)))))
        : refused("decline", verdict);
  }

  private Decision ended(String cause, List<Effect> effects) {
    var ending = Ending.because(Ending.How.DECLINED, moment.now(), cause);
    var all = new ArrayList<>(effects);
    run.message().ifPresent(message -> all.add(new Effect.React(message, Reaction.FAILED)));
    return Decision.of(conversation.withRun(run.id(), each -> each.ended(ending)), all);
  }

  /// Its agent takes nothing any more.
  static Decision lapsed(Conversation conversation, Run run, Instant now) {
    var ending = Ending.because(Ending.How.DECLINED, now, Texts.get("suggestion.lapsed-cause"));
    return Decision.of(
        conversation.withRun(run.id(), each -> each.ended(ending)),
        tell(run, Texts.get("suggestion.lapsed", Suggestions.quoted(run))));
  }

  /// Why it cannot be accepted any more; empty when it can.
  private static Optional<String> obstacle(Agent agent, Run run) {
    if (run.phase() != RunPhase.SUGGESTED) {
      return Optional.of(Texts.get("suggestion.settled"));
    }
    return agent.takesPrompts() ? Optional.empty() : Optional.of(AgentReplies.retiredNote(agent));
  }

  private Decision refused(String act, Authority.Verdict verdict) {
    return Decision.of(conversation, audit(act + " suggestion refused", verdict.rule()))
        .noting(Refusals.whoCan(agent, rules));
  }

  /// The one word to whoever made it.
  private Effect tell(String text) {
    return tell(run, text);
  }

  private static Effect tell(Run run, String text) {
    return new Effect.Say(
        "suggestion-settled/" + run.id(),
        new Notice(Optional.of(run.requester()), RichText.plain(text), List.of()));
  }

  private Effect audit(String act, String rule) {
    return new Effect.Audit(actor, act, run.id().toString(), rule);
  }
}
