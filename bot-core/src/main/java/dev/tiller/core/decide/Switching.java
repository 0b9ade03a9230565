package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
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
  public static Answer form(
      Conversation conversation, UUID run, Action action, Known known, Rules rules, String nonce) {
    var agent = conversation.agentOfRun(run).orElseThrow();
    var obstacle = obstacle(agent, agent.run(run).orElseThrow(), action.actor(), rules);
    return obstacle
        .<Answer>map(Answer.Refuse::new)
        .orElseGet(() ->
            new Answer.Open(
                new Form(
                    action.key(),
                    nonce,
                    "Switch repository",
                    "Switch",
                    List.of(field(agent, known)))));
  }

  private static Optional<String> obstacle(Agent agent, Run run, Person actor, Rules rules) {
    if (!Authority.maySteer(actor, agent, rules).allowed()) {
      return Optional.of(Refusals.whoCan(agent, rules));
    }
    if (agent.movedTo().isPresent() || possible(agent, run)) {
      return done(agent);
    }
    return Optional.of(
        followed(agent)
            ? "This agent has a follow-up, so it is not switched. Stop or remove the follow-up first,"
                + " or mention me to start another agent."
            : "It is too late to switch. Mention me to start another agent.");
  }

  /// That the agent's request was given to another, as a note; empty when it was not.
  static Optional<String> done(Agent agent) {
    return agent
        .movedTo()
        .map(other -> "This was switched to %s already.".formatted(other.display()));
  }

  private static Form.Field field(Agent agent, Known known) {
    var now = agent.request().repository().display();
    var hint =
        "The agent on %s is stopped if it is still at work; a new one gets the same task."
            .formatted(Words.cut(now, 100));
    return known.repositories().isEmpty()
        ? new Form.TextField(Verbs.REPOSITORY_FIELD, "Repository", hint, "", false, false, LONGEST)
        : new Form.ChoiceField(
            Verbs.REPOSITORY_FIELD,
            "Repository",
            hint,
            Optional.empty(),
            Choices.repositories(known, ""),
            true,
            false);
  }

  /// What somebody finds who searches in the form.
  public static List<Choice> choices(
      Conversation conversation, UUID run, Person asker, Known known, Rules rules, String typed) {
    return conversation
        .agentOfRun(run)
        .filter(agent -> Authority.maySteer(asker, agent, rules).allowed())
        .map(agent -> Choices.repositories(known, typed))
        .orElseGet(List::of);
  }

  /// A repository from the form.
  public static Decision submitted(
      Conversation conversation,
      UUID run,
      FormSubmission form,
      Background background,
      Rules rules,
      Moment moment) {
    var agent = conversation.agentOfRun(run).orElseThrow();
    var obstacle = obstacle(agent, agent.run(run).orElseThrow(), form.actor(), rules);
    if (obstacle.isPresent()) {
      return Decision.note(conversation, obstacle.get());
    }
    var written = form.values().getOrDefault(Verbs.REPOSITORY_FIELD, "").strip();
    return meant(written, background.known())
        .map(repository -> to(repository, conversation, agent, form, background, rules, moment))
        .orElseGet(() ->
            Decision.note(
                conversation, "I know no such repository. Write owner/name. Nothing changed."));
  }

  private static Optional<Repository> meant(String written, Known known) {
    var called = known.called(written);
    return called.size() == 1 ? Optional.of(called.getFirst()) : Repository.parse(written);
  }

  private static Decision to(
      Repository repository,
      Conversation conversation,
      Agent agent,
      FormSubmission form,
      Background background,
      Rules rules,
      Moment moment) {
    if (repository.equals(agent.request().repository())) {
      return Decision.note(conversation, "It works in that repository already.");
    }
    var verdict = Authority.maySteer(form.actor(), agent, rules);
    var request = elsewhere(agent, repository, form.actor(), background);
    return stopped(conversation, agent, form.actor(), verdict, moment)
        .then(now -> relaunched(now, agent.id(), request, verdict, moment));
  }

  /// What may turn up late is stopped then.
  private static Decision stopped(
      Conversation conversation, Agent agent, Person by, Authority.Verdict verdict, Moment moment) {
    var first = agent.firstRun();
    if (first.phase() == RunPhase.UNCERTAIN) {
      return Decision.of(conversation.withRun(first.id(), run -> run.stopAsked(by)));
    }
    return agent
        .activeRun()
        .filter(run -> run.stopAskedBy().isEmpty())
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
