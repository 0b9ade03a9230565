package dev.tiller.core.decide;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a click or a sent form leads to. Who clicks is checked each time; a stale card or a second
/// click does nothing and says so.
public final class OnAction {

  private static final int PROMPT_LENGTH = 3000;

  private OnAction() {}

  /// @param run the run the button acts on, part of the conversation
  public static Decision decide(
      Conversation conversation, UUID run, Action action, Rules rules, Moment moment) {
    var agent = conversation.agentOfRun(run).orElseThrow();
    var target = agent.run(run).orElseThrow();
    var files = OnFiles.topic(action.key().verb());
    if (files.isPresent()) {
      return OnFiles.asked(conversation, agent, files.get(), action.actor(), moment);
    }
    if (OnSuggestion.isAbout(action.key())) {
      return OnSuggestion.clicked(conversation, agent, target, action, rules, moment);
    }
    var queue = OnQueue.clicked(conversation, agent, target, action, rules, moment);
    if (queue.isPresent()) {
      return queue.get();
    }
    var verdict = Authority.maySteer(action.actor(), agent, rules);
    if (!verdict.allowed()) {
      return refused(conversation, action, verdict, agent, rules);
    }
    var click = new Click(conversation, agent, target, action.actor(), verdict, moment);
    return switch (action.key().verb()) {
      case Verbs.STOP -> click.stop();
      case Verbs.RETRY -> click.retry();
      case Verbs.SEND -> click.send();
      case Verbs.DISCARD -> click.discard();
      case Verbs.CARRY_OUT -> click.carryOut();
      case Verbs.ARCHIVE, Verbs.UNARCHIVE, Verbs.DELETE -> click.deed(action.key().verb());
      default -> Decision.note(conversation, "This button belongs to another version of the bot.");
    };
  }

  static Decision refused(
      Conversation conversation,
      Action action,
      Authority.Verdict verdict,
      Agent agent,
      Rules rules) {
    return Decision.of(
            conversation,
            new Effect.Audit(
                action.actor(),
                action.key().verb() + " refused",
                action.key().subject(),
                verdict.rule()))
        .noting(Refusals.whoCan(agent, rules));
  }

  /// The form behind a button, for the person who clicked it.
  public static Answer form(
      Conversation conversation, UUID run, Action action, Rules rules, String nonce) {
    if (action.key().verb().equals(Verbs.EDIT)) {
      return QueueForm.open(conversation, run, action, rules, nonce);
    }
    var agent = conversation.agentOfRun(run).orElseThrow();
    if (OnSuggestion.isAbout(action.key())) {
      return OnSuggestion.form(agent, agent.run(run).orElseThrow(), action, rules, nonce);
    }
    if (!agent.usable()) {
      return new Answer.Refuse(AgentReplies.retiredNote(agent));
    }
    boolean steers = Authority.maySteer(action.actor(), agent, rules).allowed();
    var goesTo = "It goes to the agent on " + agent.request().repository().display() + ".";
    var field =
        new Form.TextField(
            Verbs.PROMPT_FIELD,
            "What should it do next?",
            steers ? goesTo : Texts.get("suggestion.suggest-hint", Refusals.whoCan(agent, rules)),
            "",
            true,
            false,
            PROMPT_LENGTH);
    var title = steers ? "Add follow-up" : Texts.get("suggestion.suggest-title");
    return new Answer.Open(new Form(action.key(), nonce, title, "Send", List.of(field)));
  }

  /// A follow-up from the form.
  public static Decision submitted(
      Conversation conversation, UUID run, FormSubmission form, Rules rules, Moment moment) {
    if (form.key().verb().equals(Verbs.EDIT)) {
      return QueueForm.submitted(conversation, run, form, rules);
    }
    var agent = conversation.agentOfRun(run).orElseThrow();
    if (OnSuggestion.isAbout(form.key())) {
      return OnSuggestion.submitted(
          conversation, agent, agent.run(run).orElseThrow(), form, rules, moment);
    }
    var verdict = Authority.maySteer(form.actor(), agent, rules);
    var prompt = form.values().getOrDefault(Verbs.PROMPT_FIELD, "").strip();
    if (prompt.isEmpty() || !agent.usable()) {
      return Decision.note(conversation, "There was nothing to send, or nobody to send it to.");
    }
    return FollowUps.written(conversation, agent, form.actor(), prompt, verdict, rules, moment);
  }

  private record Click(
      Conversation conversation,
      Agent agent,
      Run run,
      Person actor,
      Authority.Verdict verdict,
      Moment moment) {

    Decision stop() {
      if (run.phase() == RunPhase.ENDED) {
        return Decision.note(conversation, "This has ended already.");
      }
      if (run.unwanted()) {
        return Decision.note(conversation, "It is being stopped already.");
      }
      return Stops.stop(conversation, run.id(), actor, verdict, moment);
    }

    Decision discard() {
      return switch (run.phase()) {
        case SUGGESTED, UNCERTAIN -> Stops.stop(conversation, run.id(), actor, verdict, moment);
        default -> Decision.note(conversation, "It is too late to remove this.");
      };
    }

    /// The answer, or the question back, is a message in the thread.
    Decision deed(String verb) {
      var deed = Deeds.of(verb).orElseThrow();
      return Deeds.obstacle(agent, deed)
          .map(why -> Decision.note(conversation, why))
          .orElseGet(() -> Deeds.begin(conversation, agent, deed, actor, false, verdict, moment));
    }

    /// Sends once more what may have been lost.
    Decision send() {
      if (run.phase() != RunPhase.UNCERTAIN || !RunButtons.sendsAgain(agent, run)) {
        return already();
      }
      if (run.equals(agent.firstRun())) {
        return anotherAgent();
      }
      if (!agent.usable()) {
        return Decision.note(conversation, AgentReplies.retiredNote(agent));
      }
      return Queue.release(conversation, agent, List.of(run))
          .then(now -> Decision.of(now, audit("send", run.id())));
    }

    /// A first run starts a new agent, as does a run whose agent is gone; a later one is sent to
    /// the same agent again.
    Decision retry() {
      var ending = run.ending();
      if (run.retried()
          || agent.movedTo().isPresent()
          || ending.filter(RunButtons::retryable).isEmpty()) {
        return already();
      }
      return run.equals(agent.firstRun()) || !agent.usable() || expired(ending)
          ? anotherAgent()
          : sameAgent();
    }

    private static boolean expired(Optional<Ending> ending) {
      return ending.filter(its -> its.how() == Ending.How.EXPIRED).isPresent();
    }

    private Decision anotherAgent() {
      var marked = conversation.withRun(run.id(), Run::wasRetried);
      var another =
          Agents.begin(
                  marked, agent.requestFor(run).ownedBy(actor), run.message(), run.prompt(), moment)
              .taking(run.along().again());
      var effects = new ArrayList<Effect>();
      run.message().ifPresent(message -> effects.add(new Effect.React(message, Reaction.WORKING)));
      effects.add(new Effect.Launch(another.id()));
      effects.add(audit("retry", another.id()));
      return Decision.of(marked.with(another), effects);
    }

    private Decision sameAgent() {
      var marked = conversation.withRun(run.id(), Run::wasRetried);
      return another(marked, run.message(), run.prompt(), run.options(), run.along().again());
    }

    /// Has a plan carried out, as long as nothing has followed it.
    Decision carryOut() {
      if (!RunButtons.carriesOut(agent, run)) {
        return already();
      }
      var agentMode = new RunOptions(Optional.of(Mode.AGENT), Optional.empty());
      return another(
          conversation, Optional.empty(), "Carry out the plan.", agentMode, Along.NOTHING);
    }

    private Decision another(
        Conversation now,
        Optional<String> message,
        String prompt,
        RunOptions options,
        Along along) {
      var its = now.agent(agent.id()).orElseThrow();
      var phase = Agents.free(its) ? RunPhase.STARTING : RunPhase.WAITING;
      var next =
          Run.asked(
              moment.newId(),
              its.runs().size() + 1,
              actor,
              message,
              prompt,
              options,
              phase,
              moment.now());
      return Agents.plusRun(now, its, next.taking(along), verdict);
    }

    private Decision already() {
      return Decision.note(conversation, Switching.done(agent).orElse("That was done already."));
    }

    private Effect audit(String act, UUID subject) {
      return new Effect.Audit(actor, act, subject.toString(), verdict.rule());
    }
  }
}
