package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.StopSign;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the word stop, or a sign without words, leads to. It means exactly one run, or is asked
/// about; what waits behind that is kept and offered again.
public final class Stopping {

  private final Conversation conversation;
  private final Person by;
  private final String subject;
  private final String answerKey;
  private final Rules rules;
  private final Moment moment;

  private Stopping(
      Conversation conversation,
      Person by,
      String subject,
      String answerKey,
      Rules rules,
      Moment moment) {
    this.conversation = conversation;
    this.by = by;
    this.subject = subject;
    this.answerKey = answerKey;
    this.rules = rules;
    this.moment = moment;
  }

  /// @param number the agent that the message names
  /// @param answered the run whose card, or whose request, the message answers
  static Decision said(
      Conversation conversation,
      InboundMessage message,
      Optional<Integer> number,
      Optional<UUID> answered,
      Rules rules,
      Moment moment) {
    var its =
        new Stopping(
            conversation,
            message.author(),
            message.message(),
            OnMessage.answerKey(conversation, message),
            rules,
            moment);
    if (number.isPresent()) {
      return switch (Choice.numbered(conversation, number.get())) {
        case Choice.One(var agent) -> its.of(agent);
        case Choice.None(var why) -> its.say(Replies.text(why));
        case Choice.Several(var agents) -> its.among(agents);
      };
    }
    return answered
        .flatMap(run -> conversation.agentOfRun(run).flatMap(agent -> agent.run(run)))
        .map(its::exactly)
        .orElseGet(its::obvious);
  }

  /// @param run the one whose card or request carries the sign; absent when the thread is meant.
  ///   Nothing happens, and nothing is said, where there is nothing to stop
  public static Decision signed(
      Conversation conversation,
      Optional<UUID> run,
      StopSign sign,
      Person by,
      Rules rules,
      Moment moment) {
    var key = "stop/" + moment.newId();
    var its = new Stopping(conversation, by, key, key, rules, moment);
    var runs =
        conversation.agents().stream()
            .flatMap(agent ->
                run.isPresent() ? agent.run(run.get()).stream() : agent.activeRun().stream())
            .filter(each -> each.phase() != RunPhase.ENDED && !each.unwanted())
            .toList();
    if (runs.isEmpty()) {
      return Decision.nothing(conversation);
    }
    return sign.outsider() ? its.refuse("outsider", StopReplies.outsider()) : its.all(runs);
  }

  /// Those of the runs that this person may stop.
  private Decision all(List<Run> runs) {
    var allowed = runs.stream().filter(run -> verdict(run).allowed()).toList();
    if (allowed.isEmpty()) {
      return stop(runs.getFirst());
    }
    var decision = Decision.nothing(conversation);
    for (var run : allowed) {
      decision = decision.then(now -> in(now, answerKey + "/" + run.number()).stop(run));
    }
    return decision;
  }

  private Stopping in(Conversation now, String key) {
    return new Stopping(now, by, subject, key, rules, moment);
  }

  private Decision obvious() {
    var stoppable = conversation.agents().stream().filter(Stops::stoppable).toList();
    if (!stoppable.isEmpty()) {
      return stoppable.size() == 1 ? of(stoppable.getFirst()) : among(stoppable);
    }
    boolean stopping =
        conversation.agents().stream()
            .flatMap(agent -> agent.activeRun().stream())
            .anyMatch(Run::unwanted);
    return say(stopping ? StopReplies.already() : StopReplies.nothing());
  }

  private Decision among(List<Agent> agents) {
    return say(StopReplies.which(agents));
  }

  private Decision of(Agent agent) {
    return Stops.target(agent).map(this::exactly).orElseGet(() -> say(StopReplies.idle(agent)));
  }

  private Decision exactly(Run run) {
    if (run.phase() == RunPhase.ENDED) {
      var agent = agentOf(run);
      return say(StopReplies.ended(agent, run));
    }
    return run.unwanted() ? say(StopReplies.already()) : stop(run);
  }

  private Decision stop(Run run) {
    var agent = agentOf(run);
    var verdict = verdict(run);
    if (!verdict.allowed()) {
      return refuse(verdict.rule(), Refusals.steering(agent, rules));
    }
    return Stops.stop(conversation, run.id(), by, verdict, moment)
        .then(now ->
            Decision.of(
                now,
                new Effect.Say(
                    answerKey, StopReplies.stopping(now.agent(agent.id()).orElseThrow(), run))));
  }

  private Agent agentOf(Run run) {
    return conversation.agentOfRun(run.id()).orElseThrow();
  }

  private Authority.Verdict verdict(Run run) {
    var withdraws = Authority.mayWithdraw(by, run);
    return run.phase() == RunPhase.SUGGESTED && withdraws.allowed()
        ? withdraws
        : Authority.maySteer(by, agentOf(run), rules);
  }

  private Decision say(Post answer) {
    return Decision.of(conversation, new Effect.Say(answerKey, answer));
  }

  private Decision refuse(String rule, Post answer) {
    return Decision.of(
        conversation,
        new Effect.Say(answerKey, answer),
        new Effect.Audit(by, "stop refused", subject, rule));
  }
}
