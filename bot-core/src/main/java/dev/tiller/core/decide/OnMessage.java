package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Post;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Options;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.routing.Wish.Picked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      return refuse("launch", "outsider", Replies.OUTSIDER);
    }
    return switch (command) {
      case Command.Help() -> say(Replies.help());
      case Command.Nothing() -> say(Replies.nothing());
      case Command.Unclear unclear -> unclear(unclear);
      case Command.AboutAgent about -> questions().about(about);
      case Command.Lookup lookup -> questions().lookup(lookup);
      case Command.Explain(var request) -> explain(request);
      case Command.Settings asked ->
          OnSettings.said(conversation, message, asked, surroundings.settings().get());
      case Command.Words(var edit) ->
          OnWords.said(conversation, message, edit, surroundings.settings().get());
      case Command.ShowFeedback() -> FeedbackCard.said(conversation, message, surroundings);
      case Command.Stop(var number) -> stop(number);
      case Command.NewAgent(var prompt, var options) -> launch(prompt, options);
      case Command.Ask(var prompt, var options) -> ask(prompt, options);
    };
  }

  private Decision ask(String prompt, Options options) {
    var agents = conversation.usableAgents();
    return switch (agents.size()) {
      case 0 ->
          Agents.retired(conversation)
              .map(agent -> say(AgentReplies.retired(agent)))
              .orElseGet(() -> launch(prompt, options));
      case 1 -> followUp(agents.getFirst(), prompt, options);
      default -> say(Replies.whichAgent(agents));
    };
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

  private Decision followUp(Agent agent, String prompt, Options options) {
    var verdict = Authority.maySteer(message.author(), agent, rules);
    if (!verdict.allowed()) {
      return refuse("follow-up", verdict.rule(), Replies.notYours(agent));
    }
    var obstacle = FollowUps.obstacle(agent, options, rules);
    if (obstacle.isPresent()) {
      return say(Replies.text(obstacle.get()));
    }
    var phase = Agents.free(agent) ? RunPhase.STARTING : RunPhase.WAITING;
    var run =
        Run.asked(
            moment.newId(),
            agent.runs().size() + 1,
            message.author(),
            Optional.of(message.message()),
            prompt,
            FollowUps.options(options),
            phase,
            moment.now());
    var its = run.taking(OnContext.along(message, options));
    return Agents.plusRun(conversation, agent, its, verdict);
  }

  private Questions questions() {
    return new Questions(conversation, message, rules, moment);
  }

  private Decision stop(Optional<Integer> number) {
    return switch (Choice.toStop(conversation, number)) {
      case Choice.None(var why) -> say(Replies.text(why));
      case Choice.One(var agent) ->
          Stops.stoppable(agent) ? stop(agent) : say(Replies.nothingToStop());
      case Choice.Several(var agents) -> say(Replies.whichToStop(agents));
    };
  }

  private Decision stop(Agent agent) {
    var verdict = Authority.maySteer(message.author(), agent, rules);
    if (!verdict.allowed()) {
      return refuse("stop", verdict.rule(), Replies.notYours(agent));
    }
    var run = Stops.target(agent).orElseThrow();
    var stopped = Stops.stop(conversation, run.id(), message.author(), verdict, moment);
    return withAnswer(stopped, Replies.stopping(agent, run));
  }

  private Decision withAnswer(Decision decision, Post answer) {
    var effects = new ArrayList<>(decision.effects());
    effects.add(new Effect.Say(answerKey(conversation, message), answer));
    return Decision.of(decision.after(), effects);
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
