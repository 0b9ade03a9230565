package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Post;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Options;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.routing.Wish.Picked;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a message that was addressed to the bot leads to. Every one gets a visible answer.
public final class OnMessage {

  private final Conversation conversation;
  private final InboundMessage message;
  private final Surroundings surroundings;
  private final Rules rules;
  private final Moment moment;

  private OnMessage(Conversation conversation, InboundMessage message, Surroundings surroundings) {
    this.conversation = conversation;
    this.message = message;
    this.surroundings = surroundings;
    this.rules = surroundings.rules();
    this.moment = surroundings.moment();
  }

  public static Decision decide(
      Conversation conversation,
      InboundMessage message,
      Command command,
      Surroundings surroundings) {
    return new OnMessage(conversation, message, surroundings).decide(command);
  }

  private Decision decide(Command command) {
    if (message.outsider()) {
      return refuse("launch", "outsider", Replies.outsider());
    }
    if (command instanceof Command.NewAgent && !message.addressing().bot()) {
      return say(Replies.text(Texts.get("listen.needs-mention")));
    }
    return switch (command) {
      case Command.Help() -> say(Replies.help(message));
      case Command.Nothing() -> say(Replies.nothing());
      case Command.Unclear unclear -> unclear(unclear);
      case Command.AboutAgent about -> questions().about(about);
      case Command.Lookup lookup -> questions().lookup(lookup);
      case Command.Explain(var request) -> explain(request);
      case Command.Settings asked ->
          OnSettings.said(conversation, message, asked, surroundings.settings().get());
      case Command.Give give ->
          Giving.said(conversation, message, give, surroundings.settings().get());
      case Command.Listen(var on) -> Listening.said(conversation, message, on, rules);
      case Command.Why() -> say(Why.of(surroundings.memory().record().get()));
      case Command.Words(var edit) ->
          OnWords.said(conversation, message, edit, surroundings.settings().get());
      case Command.ShowFeedback() -> FeedbackCard.said(conversation, message, surroundings);
      case Command.Stop(var number) ->
          Stopping.said(conversation, message, number, answered(), rules, moment);
      case Command.StopAll() -> StopAll.asked(conversation, message, surroundings);
      case Command.Queue(var number) -> QueueCard.asked(conversation, message, number, rules);
      case Command.NewAgent(var prompt, var options) -> launch(prompt, options);
      case Command.FollowUp(var number, var prompt, var options) ->
          ask(Optional.of(number), new Command.Ask(prompt, options));
      case Command.Ask ask when isHello(ask) -> hello();
      case Command.Ask ask -> ask(Optional.empty(), ask);
    };
  }

  /// To an agent at work a hello may be an answer.
  private boolean isHello(Command.Ask ask) {
    return conversation.usableAgents().isEmpty() && Greetings.isHello(ask);
  }

  private Decision hello() {
    var known = surroundings.background().get().known();
    return say(Greetings.hello(message, surroundings.settings().get(), known));
  }

  /// The run whose card, or whose request, the message answers.
  private Optional<UUID> answered() {
    return message.addressing().answers().flatMap(surroundings.memory().runOfMessage());
  }

  private Decision ask(Optional<Integer> number, Command.Ask ask) {
    return switch (Destination.of(conversation, number, answered())) {
      case Destination.To(var agent) -> followUp(agent, ask);
      case Destination.NewAgent() ->
          launch(number.map(its -> "#" + its + " ").orElse("") + ask.prompt(), ask.options());
      case Destination.Retired(var agent) -> say(Replies.retired(agent));
      case Destination.Nobody(var why) -> say(Replies.text(why + " " + Replies.notSent()));
      case Destination.Undecided(var agents) ->
          AgentPicker.ask(conversation, message, agents, moment);
    };
  }

  /// A message that has turned out to be for the agent with the number.
  static Decision followUp(
      Conversation conversation, int number, InboundMessage message, Surroundings surroundings) {
    return new OnMessage(conversation, message, surroundings)
        .ask(Optional.of(number), task(message));
  }

  /// A message that has turned out to be for a new agent.
  static Decision launched(
      Conversation conversation, InboundMessage message, Surroundings surroundings) {
    var ask = task(message);
    return new OnMessage(conversation, message, surroundings).launch(ask.prompt(), ask.options());
  }

  private static Command.Ask task(InboundMessage message) {
    return Grammar.parse(message.text()) instanceof Command.Ask ask
        ? ask
        : new Command.Ask(message.text(), Options.NONE);
  }

  private Decision launch(String prompt, Options options) {
    return new Launching(conversation, message, surroundings.background().get(), rules, moment)
        .launch(prompt, options, Picked.NOTHING);
  }

  private Decision explain(String request) {
    return say(Explaining.of(conversation, request, surroundings.background().get(), rules));
  }

  /// Nothing starts; what was probably meant is a click away.
  private Decision unclear(Command.Unclear unclear) {
    return unclear.problems().stream()
        .flatMap(problem -> problem.suggestion().stream())
        .findFirst()
        .map(corrected -> Drafts.corrected(message, corrected, moment))
        .map(draft ->
            Decision.of(
                conversation,
                new Effect.Hold(draft),
                new Effect.Say(draft.key(), Replies.suggestion(unclear, draft))))
        .orElseGet(() -> say(Replies.unclear(unclear)));
  }

  private Decision followUp(Agent agent, Command.Ask ask) {
    var verdict = Authority.maySteer(message.author(), agent, rules);
    return verdict.allowed()
        ? FollowUps.said(conversation, agent, message, ask, verdict, rules, moment)
        : Suggestions.said(conversation, agent, message, ask, rules, verdict, moment);
  }

  private Questions questions() {
    return new Questions(conversation, message, rules, moment);
  }

  private Decision say(Post answer) {
    return say(conversation, message, answer);
  }

  private Decision refuse(String act, String rule, Post answer) {
    return refuse(conversation, message, act, rule, answer);
  }

  /// The answer to a message, and nothing else.
  static Decision say(Conversation conversation, InboundMessage message, Post answer) {
    return Decision.of(conversation, new Effect.Say(answerKey(conversation, message), answer));
  }

  /// No, for a reason that is kept.
  static Decision refuse(
      Conversation conversation, InboundMessage message, String act, String rule, Post answer) {
    return Decision.of(
        conversation,
        List.of(
            new Effect.Say(answerKey(conversation, message), answer),
            new Effect.Audit(message.author(), act + " refused", message.message(), rule)));
  }

  static String answerKey(Conversation conversation, InboundMessage message) {
    return "answer/" + conversation.id() + "/" + message.message();
  }
}
