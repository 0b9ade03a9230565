package dev.tiller.core.decide;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.decide.LaunchFields.Read;
import dev.tiller.core.routing.Route;
import dev.tiller.core.routing.Routing;
import dev.tiller.core.routing.Source;
import dev.tiller.core.routing.Sources;
import dev.tiller.core.routing.Wish;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// *Relaunch with changes*: another agent for what a run was asked for, after somebody has looked
/// the request over. It belongs to whoever sends the form; the agent of the card goes on as it is.
final class Relaunching {

  private Relaunching() {}

  static Answer open(Opening opening) {
    var why = obstacle(opening.run(), opening.agent(), opening.maySteer(), opening.rules());
    return why.<Answer>map(Answer.Refuse::new)
        .orElseGet(() ->
            opening.with(
                Texts.get("relaunch.title"),
                Texts.get("relaunch.submit"),
                prefilled(opening).fields(opening.known())));
  }

  private static Optional<String> obstacle(Run run, Agent agent, boolean maySteer, Rules rules) {
    if (!maySteer) {
      return Optional.of(Refusals.whoCan(agent, rules));
    }
    return run.phase() == RunPhase.ENDED
        ? Optional.empty()
        : Optional.of(Texts.get("relaunch.not-ended"));
  }

  private static LaunchFields prefilled(Opening opening) {
    var request = opening.agent().requestFor(opening.run());
    return new LaunchFields(
        opening.run().prompt(),
        "",
        Optional.of(request.repository()),
        request.branch(),
        request.model(),
        Optional.of(request.createPullRequest()),
        "",
        true);
  }

  static Decision submitted(Submitted sent) {
    var why = obstacle(sent.run(), sent.agent(), sent.verdict().allowed(), sent.around().rules());
    if (why.isPresent()) {
      return sent.note(why.get());
    }
    var known = sent.around().background().get().known();
    return switch (LaunchFields.read(sent.form(), known)) {
      case Read.Wrong(var wrong) -> sent.note(wrong);
      case Read.Filled(var task, var options) -> routed(sent, task, options);
    };
  }

  private static Decision routed(Submitted sent, String task, Options options) {
    var route = Routing.of(new Wish(complete(options), task), sent.around().background().get());
    var doubt = route.doubt();
    if (doubt.isPresent()) {
      return sent.note(Replies.noChoice(doubt.get()).fallback());
    }
    var request = request(sent, route, options);
    return Unsupported.inLaunch(request.options(), sent.around().rules())
        .map(sent::note)
        .orElseGet(() -> launched(sent, wholeTask(sent, task), request));
  }

  /// A task that did not fit into the field, and was not touched there, is not cut.
  private static String wholeTask(Submitted sent, String task) {
    var prompt = sent.run().prompt();
    return task.equals(Words.cut(prompt, LaunchFields.LONGEST_TASK).strip()) ? prompt : task;
  }

  /// What is left empty is left to the service, whatever the words of the task say.
  private static Options complete(Options written) {
    Optional<Pick> auto = Optional.of(new Pick.Auto());
    return new Options(
        written.repositories(),
        written.pullRequest(),
        written.branch().or(() -> auto),
        written.model().or(() -> auto),
        written.autoPr(),
        written.mode(),
        written.currentBranch(),
        written.machine(),
        written.pool(),
        written.selfHosted(),
        written.context());
  }

  private static AgentRequest request(Submitted sent, Route route, Options options) {
    var old = sent.agent().requestFor(sent.run());
    var repository = route.repository().settled().orElseThrow().value();
    var branch = route.branch().value().name();
    var model = route.model().settled().orElseThrow().value().name();
    boolean autoPr = options.autoPr().orElse(old.createPullRequest());
    boolean there = repository.equals(old.repository()) && branch.equals(old.branch());
    return new AgentRequest(
        sent.actor(),
        repository,
        branch,
        model,
        autoPr,
        there ? old.options() : elsewhere(old.options(), repository),
        new Sources(
            source(repository.equals(old.repository()), old.sources().repository()),
            source(branch.equals(old.branch()), old.sources().branch()),
            source(model.equals(old.model()), old.sources().model()),
            source(autoPr == old.createPullRequest(), old.sources().autoPr())));
  }

  private static Source source(boolean same, Source old) {
    return same ? old : new Source(Source.Kind.CHOSEN, Texts.get("relaunch.changed"));
  }

  /// The pull request that was worked on is not that of another place.
  private static LaunchOptions elsewhere(LaunchOptions old, Repository repository) {
    return new LaunchOptions(
        Optional.empty(),
        old.further().stream().filter(each -> !each.equals(repository)).toList(),
        old.plan(),
        old.currentBranch() && old.pullRequest().isEmpty(),
        old.place());
  }

  private static Decision launched(Submitted sent, String task, AgentRequest request) {
    var run = sent.run();
    var another =
        Agents.begin(sent.conversation(), request, run.message(), task, sent.around().moment())
            .taking(run.along().again());
    var effects = new ArrayList<Effect>();
    run.message().ifPresent(message -> effects.add(new Effect.React(message, Reaction.WORKING)));
    effects.addAll(
        List.of(
            new Effect.Launch(another.id()),
            new Effect.Audit(
                sent.actor(), "relaunch", another.id().toString(), sent.verdict().rule())));
    return Decision.of(sent.conversation().with(another), effects);
  }
}
