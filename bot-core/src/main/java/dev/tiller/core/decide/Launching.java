package dev.tiller.core.decide;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Doubt;
import dev.tiller.core.routing.Resolution.Settled;
import dev.tiller.core.routing.Route;
import dev.tiller.core.routing.Routing;
import dev.tiller.core.routing.Wish;
import dev.tiller.core.routing.Wish.Picked;
import java.util.Optional;

/// From a request to a new agent: where it works is chosen, or asked first.
final class Launching {

  private final Conversation conversation;
  private final InboundMessage message;
  private final Background background;
  private final Rules rules;
  private final Moment moment;

  Launching(
      Conversation conversation,
      InboundMessage message,
      Background background,
      Rules rules,
      Moment moment) {
    this.conversation = conversation;
    this.message = message;
    this.background = background;
    this.rules = rules;
    this.moment = moment;
  }

  /// @param picked what the author has chosen so far of what was asked
  Decision launch(String prompt, Options options, Picked picked) {
    var unsupported = Unsupported.inLaunch(options.forLaunch(), rules);
    if (unsupported.isPresent()) {
      return OnMessage.say(conversation, message, Replies.unsupported(unsupported.get()));
    }
    var route = Routing.of(new Wish(options, prompt, picked), background);
    return route
        .doubt()
        .map(doubt -> ask(doubt, picked))
        .orElseGet(() -> begin(route, prompt, options));
  }

  private Decision ask(Doubt doubt, Picked picked) {
    var want = doubt instanceof Doubt.UnknownModel ? Draft.Want.MODEL : Draft.Want.REPOSITORY;
    var draft = Drafts.asking(message, want, picked, moment);
    return DraftCards.asking(draft, doubt, background.known())
        .map(card ->
            Decision.of(conversation, new Effect.Hold(draft), new Effect.Say(draft.key(), card)))
        .orElseGet(() -> OnMessage.say(conversation, message, Replies.noChoice(doubt)));
  }

  private Decision begin(Route route, String prompt, Options options) {
    var repository = route.repository().settled().orElseThrow().value();
    var request =
        new AgentRequest(
            message.author(),
            repository,
            name(route.branch()),
            name(route.model().settled().orElseThrow()),
            route.autoPr().value(),
            without(repository, options.forLaunch()),
            route.sources());
    var agent =
        Agents.begin(conversation, request, Optional.of(message.message()), prompt, moment)
            .taking(OnContext.along(message, options));
    return Decision.of(
        conversation.with(agent),
        new Effect.React(message.message(), Reaction.WORKING),
        new Effect.Launch(agent.id()),
        new Effect.Audit(message.author(), "launch", agent.id().toString(), "member"));
  }

  private static Optional<String> name(Settled<Pick> pick) {
    return pick.value().name();
  }

  /// The main repository is not a further one, too.
  private static LaunchOptions without(Repository repository, LaunchOptions options) {
    return new LaunchOptions(
        options.pullRequest(),
        options.further().stream().filter(each -> !each.equals(repository)).toList(),
        options.plan(),
        options.currentBranch(),
        options.place());
  }
}
