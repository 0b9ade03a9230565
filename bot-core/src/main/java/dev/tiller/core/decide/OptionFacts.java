package dev.tiller.core.decide;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.LaunchOptions.Kind;
import dev.tiller.core.agents.LaunchOptions.Place;
import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Run;
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
                .map(page -> new Fact("Pull request", number(page) + pushing(request.options())))
                .orElseGet(() ->
                    new Fact(
                        "From branch",
                        request.branch().orElse("the repository's default")
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
      var options = agent.request().options();
      further(options.further()).ifPresent(facts::add);
      facts.add(new Fact("Model", agent.request().model().orElse("Cursor's default")));
      options.place().map(OptionFacts::place).ifPresent(facts::add);
    }
    run.options().model().ifPresent(model -> facts.add(new Fact("Model", model + ", from now on")));
    if (agent.plans(run)) {
      facts.add(new Fact("Mode", "plan only"));
    }
    return facts;
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
