package dev.tiller.core.decide;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.LaunchOptions.Kind;
import dev.tiller.core.agents.LaunchOptions.Place;
import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.routing.Source;
import dev.tiller.core.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The facts of a card that say what was asked for with a prompt. What is as usual is left out.
final class OptionFacts {

  private static final int MOST_REPOSITORIES = 3;

  private OptionFacts() {}

  /// Where a first run began.
  static Optional<Fact> start(Agent agent, Run run) {
    return Optional.of(agent.request())
        .filter(_ -> run.number() == 1)
        .map(request ->
            request
                .options()
                .pullRequest()
                .map(page -> pullRequest(page, request.options()))
                .orElseGet(() ->
                    new Fact(
                        Texts.get("card.from-branch"),
                        pushing(
                            RouteWords.branch(request.branch(), request.sources().branch()),
                            request.options()))));
  }

  private static Fact pullRequest(URI page, LaunchOptions options) {
    return new Fact(Texts.get("card.on-pull-request"), pushing(number(page), options));
  }

  private static String number(URI page) {
    return PullRequest.parse(page.toString()).map(its -> "#" + its.number()).orElse("" + page);
  }

  private static String pushing(String start, LaunchOptions options) {
    return options.currentBranch() ? Texts.get("card.pushing", start) : start;
  }

  static List<Fact> of(Agent agent, Run run) {
    var facts = new ArrayList<Fact>();
    if (run.number() == 1) {
      var request = agent.request();
      further(request.options().further()).ifPresent(facts::add);
      facts.add(
          new Fact(
              Texts.get("card.model"),
              RouteWords.model(request.model(), request.sources().model())));
      request.options().place().map(OptionFacts::place).ifPresent(facts::add);
      atTheEnd(request).ifPresent(facts::add);
    }
    run.options()
        .model()
        .ifPresent(model ->
            facts.add(new Fact(Texts.get("card.model"), Texts.get("card.from-now-on", model))));
    if (agent.plans(run)) {
      facts.add(plan());
    }
    return facts;
  }

  /// What a launch with these options would be asked for beyond the usual.
  static List<Fact> of(LaunchOptions options) {
    var facts = new ArrayList<Fact>();
    options.pullRequest().ifPresent(page -> facts.add(pullRequest(page, options)));
    further(options.further()).ifPresent(facts::add);
    options.place().map(OptionFacts::place).ifPresent(facts::add);
    if (options.plan()) {
      facts.add(plan());
    }
    return facts;
  }

  /// Whether a pull request is opened, where somebody has said so.
  private static Optional<Fact> atTheEnd(AgentRequest request) {
    var source = request.sources().autoPr();
    return source.kind() == Source.Kind.USUAL
        ? Optional.empty()
        : Optional.of(
            new Fact(
                Texts.get("card.at-the-end"),
                RouteWords.atTheEnd(request.createPullRequest(), source)));
  }

  private static Fact plan() {
    return new Fact(Texts.get("card.mode"), Texts.get("card.plan-only"));
  }

  private static Optional<Fact> further(List<Repository> repositories) {
    var shown =
        repositories.stream()
            .limit(MOST_REPOSITORIES)
            .map(Repository::display)
            .collect(Collectors.joining(", "));
    var rest = repositories.size() - MOST_REPOSITORIES;
    return repositories.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fact(
                Texts.get("card.also-in"),
                rest > 0 ? Texts.get("card.and-more", shown, rest) : shown));
  }

  private static Fact place(Place place) {
    var where =
        place
            .name()
            .map(name ->
                Texts.get(place.kind() == Kind.MACHINE ? "card.machine" : "card.pool", name))
            .orElseGet(() -> Texts.get("card.default-pool"));
    return new Fact(Texts.get("card.runs-on"), where);
  }
}
