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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The facts of a card that say what was asked for with a prompt. What is as usual is left out.
final class OptionFacts {

  private static final int MOST_REPOSITORIES = 3;
  private static final Fact PLAN = new Fact("Mode", "plan only");

  private OptionFacts() {}

  /// Where a first run began.
  static Optional<Fact> start(Agent agent, Run run) {
    return Optional.of(agent.request())
        .filter(_ -> run.number() == 1)
        .map(request ->
            request
                .options()
                .pullRequest()
                .map(page -> new Fact("Pull request", number(page) + pushing(request.options())))
                .orElseGet(() ->
                    new Fact(
                        "From branch",
                        RouteWords.branch(request.branch(), request.sources().branch())
                            + pushing(request.options()))));
  }

  private static String number(URI page) {
    return PullRequest.parse(page.toString()).map(its -> "#" + its.number()).orElse("" + page);
  }

  private static String pushing(LaunchOptions options) {
    return options.currentBranch() ? ", pushing to its branch" : "";
  }

  static List<Fact> of(Agent agent, Run run) {
    var facts = new ArrayList<Fact>();
    if (run.number() == 1) {
      var request = agent.request();
      further(request.options().further()).ifPresent(facts::add);
      facts.add(new Fact("Model", RouteWords.model(request.model(), request.sources().model())));
      request.options().place().map(OptionFacts::place).ifPresent(facts::add);
      atTheEnd(request).ifPresent(facts::add);
    }
    run.options().model().ifPresent(model -> facts.add(new Fact("Model", model + ", from now on")));
    if (agent.plans(run)) {
      facts.add(PLAN);
    }
    return facts;
  }

  /// What a launch with these options would be asked for beyond the usual.
  static List<Fact> of(LaunchOptions options) {
    var facts = new ArrayList<Fact>();
    options
        .pullRequest()
        .ifPresent(page -> facts.add(new Fact("Pull request", number(page) + pushing(options))));
    further(options.further()).ifPresent(facts::add);
    options.place().map(OptionFacts::place).ifPresent(facts::add);
    if (options.plan()) {
      facts.add(PLAN);
    }
    return facts;
  }

  /// Whether a pull request is opened, where somebody has said so.
  private static Optional<Fact> atTheEnd(AgentRequest request) {
    var source = request.sources().autoPr();
    return source.kind() == Source.Kind.USUAL
        ? Optional.empty()
        : Optional.of(
            new Fact("At the end", RouteWords.atTheEnd(request.createPullRequest(), source)));
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
        : Optional.of(new Fact("Also in", rest > 0 ? shown + " and " + rest + " more" : shown));
  }

  private static Fact place(Place place) {
    var kind = place.kind() == Kind.MACHINE ? "machine " : "pool ";
    return new Fact("Runs on", place.name().map(kind::concat).orElse("the default pool"));
  }
}
