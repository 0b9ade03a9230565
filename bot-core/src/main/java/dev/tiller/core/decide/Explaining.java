package dev.tiller.core.decide;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Card.Tone;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Problem;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Route;
import dev.tiller.core.routing.Routing;
import dev.tiller.core.routing.Wish;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a request would come to. Nothing starts, and nobody is asked.
final class Explaining {

  private static final int TASK_LENGTH = 280;

  private Explaining() {}

  /// @param request as somebody would write it; blank for what holds for any task here
  static Post of(Conversation conversation, String request, Background background, Rules rules) {
    if (request.isBlank()) {
      return launch("", Options.NONE, background, rules);
    }
    return switch (Grammar.parse(request)) {
      case Command.Ask(var prompt, var options) ->
          onlyAgent(conversation)
              .map(agent -> followUp(agent, prompt))
              .orElseGet(() -> launch(prompt, options, background, rules));
      case Command.NewAgent(var prompt, var options) -> launch(prompt, options, background, rules);
      case Command.Unclear(var problems, _) -> Replies.text(unclear(problems));
      default -> Replies.text(Texts.get("explain.command"));
    };
  }

  private static Optional<Agent> onlyAgent(Conversation conversation) {
    var agents = conversation.usableAgents();
    return agents.size() == 1 ? Optional.of(agents.getFirst()) : Optional.empty();
  }

  private static String unclear(List<Problem> problems) {
    return Texts.get(
        "explain.unclear",
        problems.stream().map(Problem::sentence).collect(Collectors.joining("\n")));
  }

  private static Card followUp(Agent agent, String prompt) {
    var request = agent.request();
    var sources = request.sources();
    return card(
        Texts.get("explain.follow-up", agent.number()),
        prompt,
        List.of(
            new Fact(
                Texts.get("fact.repository"),
                RouteWords.repository(request.repository(), sources.repository())),
            new Fact(
                Texts.get("fact.branch"), RouteWords.branch(request.branch(), sources.branch())),
            new Fact(Texts.get("fact.model"), RouteWords.model(request.model(), sources.model())),
            new Fact(
                Texts.get("fact.at-the-end"),
                RouteWords.atTheEnd(request.createPullRequest(), sources.autoPr()))),
        Texts.get("explain.settled"));
  }

  private static Card launch(String prompt, Options options, Background background, Rules rules) {
    var route = Routing.of(new Wish(options, prompt), background);
    var facts = new ArrayList<>(facts(route));
    facts.addAll(OptionFacts.of(options.forLaunch()));
    var unsupported = Unsupported.inLaunch(options.forLaunch(), rules);
    unsupported.ifPresent(why -> facts.add(new Fact(Texts.get("explain.but"), why)));
    return card(
        route.doubt().isPresent() || unsupported.isPresent()
            ? Texts.get("explain.not-yet")
            : Texts.get("explain.would-start"),
        prompt,
        facts,
        Texts.get("explain.nothing-started"));
  }

  private static List<Fact> facts(Route route) {
    return List.of(
        new Fact(
            Texts.get("fact.repository"),
            route
                .repository()
                .settled()
                .map(its -> RouteWords.repository(its.value(), its.source()))
                .or(() -> route.repository().doubt().map(RouteWords::doubt))
                .orElseThrow()),
        new Fact(
            Texts.get("fact.branch"),
            RouteWords.branch(route.branch().value().name(), route.branch().source())),
        new Fact(
            Texts.get("fact.model"),
            route
                .model()
                .settled()
                .map(its -> RouteWords.model(its.value().name(), its.source()))
                .or(() -> route.model().doubt().map(RouteWords::doubt))
                .orElseThrow()),
        new Fact(
            Texts.get("fact.at-the-end"),
            RouteWords.atTheEnd(route.autoPr().value(), route.autoPr().source())));
  }

  private static Card card(String title, String prompt, List<Fact> facts, String footnote) {
    return new Card(
        title,
        Tone.NEUTRAL,
        Words.excerpt(prompt, TASK_LENGTH),
        facts,
        RichText.EMPTY,
        Optional.empty(),
        List.of(),
        footnote);
  }
}
