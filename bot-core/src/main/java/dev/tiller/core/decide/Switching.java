package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Routing;
import dev.tiller.core.routing.Source;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// *Switch repository*: the same request goes to a new agent elsewhere. Once for each agent.
public final class Switching {

  private static final int LONGEST = 300;

  private Switching() {}

  /// Whether a run can be had elsewhere: a launch that has not brought anything yet.
  static boolean possible(Agent agent, Run run) {
    return run.number() == 1
        && !run.retried()
        && agent.movedTo().isEmpty()
        && !followed(agent)
        && agent.request().options().pullRequest().isEmpty()
        && run.ending().map(its -> fruitless(agent, run, its)).orElse(true);
  }

  /// Whether a follow-up is under way, which belongs to what the agent has done so far.
  private static boolean followed(Agent agent) {
    return agent.runs().stream()
        .skip(1)
        .anyMatch(later -> later.wanted() && later.phase() != RunPhase.ENDED);
  }

  private static boolean fruitless(Agent agent, Run run, Ending ending) {
    return ending.how() != Ending.How.FINISHED
        || (RunCards.changedNothing(agent, run, ending) && !RunCards.planReady(agent, run));
  }

  /// The form behind the button, for the person who clicked it.
  static Answer open(Opening opening) {
    var agent = opening.agent();
    return obstacle(agent, opening.run(), opening.actor(), opening.rules())
        .<Answer>map(Answer.Refuse::new)
        .orElseGet(() ->
            opening.with(
                Texts.get("switch.title"),
                Texts.get("switch.submit"),
                List.of(field(agent, opening.known()))));
  }

  private static Optional<String> obstacle(Agent agent, Run run, Person actor, Rules rules) {
    if (!Authority.maySteer(actor, agent, rules).allowed()) {
      return Optional.of(Refusals.whoCan(agent, rules));
    }
    if (agent.movedTo().isPresent() || possible(agent, run)) {
      return done(agent);
    }
    return Optional.of(Texts.get(followed(agent) ? "switch.followed" : "switch.too-late"));
  }

  /// That the agent's request was given to another, as a note; empty when it was not.
  static Optional<String> done(Agent agent) {
    return agent.movedTo().map(other -> Texts.get("switch.done", other.display()));
  }

  private static Form.Field field(Agent agent, Known known) {
    var now = agent.request().repository().display();
    var hint = Texts.get("switch.hint", Words.cut(now, 100));
    return known.repositories().isEmpty()
        ? new Form.TextField(
            Verbs.REPOSITORY_FIELD, Texts.get("launch.repository"), hint, "", false, false, LONGEST)
        : new Form.ChoiceField(
            Verbs.REPOSITORY_FIELD,
            Texts.get("launch.repository"),
            hint,
            Optional.empty(),
            Choices.repositories(known, ""),
            true,
            false);
  }

  /// A repository from the form.
  static Decision submitted(Submitted sent) {
    var agent = sent.agent();
    var obstacle = obstacle(agent, sent.run(), sent.actor(), sent.around().rules());
    if (obstacle.isPresent()) {
      return sent.note(obstacle.get());
    }
    var known = sent.around().background().get().known();
    return LaunchFields.repository(sent.value(Verbs.REPOSITORY_FIELD), known)
        .map(repository -> to(repository, sent))
        .orElseGet(() -> sent.note(Texts.get("switch.no-repository")));
  }

  private static Decision to(Repository repository, Submitted sent) {
    var agent = sent.agent();
    if (repository.equals(agent.request().repository())) {
      return sent.note(Texts.get("switch.there-already"));
    }
    var moment = sent.around().moment();
    var request = elsewhere(agent, repository, sent.actor(), sent.around().background().get());
    return stopped(sent.conversation(), agent, sent.actor(), sent.verdict(), moment)
        .then(now -> relaunched(now, agent.id(), request, sent.verdict(), moment));
  }

  /// What may turn up late is stopped then.
  private static Decision stopped(
      Conversation conversation, Agent agent, Person by, Authority.Verdict verdict, Moment moment) {
    var first = agent.firstRun();
    if (first.phase() == RunPhase.UNCERTAIN) {
      return Decision.of(
          conversation.withRun(
              first.id(), run -> run.stopAsked(by).in(run.turn().yielding(false))));
    }
    return agent
        .activeRun()
        .filter(run -> !run.unwanted())
        .map(run -> Stops.stop(conversation, run.id(), by, verdict, moment))
        .orElseGet(() -> Decision.nothing(conversation));
  }

  private static Decision relaunched(
      Conversation conversation,
      UUID id,
      AgentRequest request,
      Authority.Verdict verdict,
      Moment moment) {
    var old = conversation.agent(id).orElseThrow();
    var run = old.firstRun();
    var marked = conversation.with(old.moved(request.repository()));
    var another =
        Agents.begin(marked, request, run.message(), run.prompt(), moment)
            .taking(run.along().again());
    var effects = new ArrayList<Effect>();
    run.message().ifPresent(message -> effects.add(new Effect.React(message, Reaction.WORKING)));
    effects.add(new Effect.Launch(another.id()));
    effects.add(
        new Effect.Audit(request.owner(), "switch", another.id().toString(), verdict.rule()));
    return Decision.of(marked.with(another), effects);
  }

  /// A branch that was asked for goes along; one that was set for the old repository does not.
  private static AgentRequest elsewhere(
      Agent agent, Repository repository, Person by, Background background) {
    var old = agent.requestFor(agent.firstRun()).ownedBy(by);
    var from = "switched from " + old.repository().display();
    var chosen = old.sources().withRepository(new Source(Source.Kind.CHOSEN, from));
    if (old.sources().branch().said()) {
      return old.in(repository, old.branch(), chosen);
    }
    var branch = Routing.branchOf(repository, background);
    return old.in(
        repository,
        branch.flatMap(its -> its.value().name()),
        chosen.withBranch(branch.map(its -> its.source()).orElse(new Source(Source.Kind.SERVICE))));
  }
}
