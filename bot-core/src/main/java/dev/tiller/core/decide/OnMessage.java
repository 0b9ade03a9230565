package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.RepositorySource;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a message that was addressed to the bot leads to. Every one gets a visible answer.
public final class OnMessage {

  private final Conversation conversation;
  private final InboundMessage message;
  private final Rules rules;
  private final Moment moment;

  private OnMessage(Conversation conversation, InboundMessage message, Rules rules, Moment moment) {
    this.conversation = conversation;
    this.message = message;
    this.rules = rules;
    this.moment = moment;
  }

  public static Decision decide(
      Conversation conversation,
      InboundMessage message,
      Command command,
      Rules rules,
      Moment moment) {
    return new OnMessage(conversation, message, rules, moment).decide(command);
  }

  private Decision decide(Command command) {
    if (message.outsider()) {
      return refuse("launch", "outsider", Replies.OUTSIDER);
    }
    return switch (command) {
      case Command.Help() -> say(Replies.help());
      case Command.Nothing() -> say(Replies.nothing());
      case Command.Unclear unclear -> say(Replies.unclear(unclear));
      case Command.AboutAgent about -> questions().about(about);
      case Command.Lookup lookup -> questions().lookup(lookup);
      case Command.Explain explain -> say(Replies.text("Not yet: " + explain.request()));
      case Command.Settings settings -> say(Replies.text("Not yet: " + settings));
      case Command.Words words -> say(Replies.text("Not yet: " + words));
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
    var chosen = options.repository().or(rules::defaultRepository);
    if (chosen.isEmpty()) {
      return say(Replies.REPOSITORY_MISSING);
    }
    var unsupported = Unsupported.inLaunch(options.forLaunch(), rules);
    if (unsupported.isPresent()) {
      return say(Replies.unsupported(unsupported.get()));
    }
    var agent = newAgent(chosen.get(), prompt, options);
    return Decision.of(
        conversation.with(agent),
        new Effect.React(message.message(), Reaction.WORKING),
        new Effect.Launch(agent.id()),
        new Effect.Audit(message.author(), "launch", agent.id().toString(), "member"));
  }

  private Agent newAgent(Repository repository, String prompt, Options options) {
    var source =
        options.repository().isPresent() ? RepositorySource.MESSAGE : RepositorySource.DEFAULT;
    var request =
        new AgentRequest(
            message.author(),
            repository,
            source,
            options.branch().flatMap(Pick::name),
            options.model().flatMap(Pick::name),
            options.autoPr().orElse(!options.forLaunch().currentBranch()),
            options.forLaunch());
    return Agents.begin(conversation, request, Optional.of(message.message()), prompt, moment)
        .taking(OnContext.along(message, options));
  }

  private Decision followUp(Agent agent, String prompt, Options options) {
    var verdict = Authority.maySteer(message.author(), agent, rules);
    if (!verdict.allowed()) {
      return refuse("follow-up", verdict.rule(), Replies.notYours(agent));
    }
    if (asksForAnother(agent, options)) {
      return say(Replies.optionsOnFollowUp(agent));
    }
    var asked = new RunOptions(options.mode(), options.model().flatMap(Pick::name));
    var unsupported = Unsupported.inFollowUp(asked, rules);
    if (unsupported.isPresent()) {
      return say(Replies.unsupported(unsupported.get()));
    }
    var phase = Agents.free(agent) ? RunPhase.STARTING : RunPhase.WAITING;
    var run =
        Run.asked(
            moment.newId(),
            agent.runs().size() + 1,
            message.author(),
            Optional.of(message.message()),
            prompt,
            asked,
            phase,
            moment.now());
    var its = run.taking(OnContext.along(message, options));
    return Agents.plusRun(conversation, agent, its, verdict);
  }

  /// Whether there are options of a launch, other than this agent was launched with.
  private static boolean asksForAnother(Agent agent, Options options) {
    var request = agent.request();
    var its = request.options();
    var asked = options.forLaunch();
    return options.repository().filter(main -> !main.equals(request.repository())).isPresent()
        || (!asked.further().isEmpty() && !asked.further().equals(its.further()))
        || (asked.pullRequest().isPresent() && !asked.pullRequest().equals(its.pullRequest()))
        || options.branch().isPresent()
        || options.autoPr().isPresent()
        || options.currentBranch().isPresent()
        || options.machine().isPresent()
        || options.pool().isPresent()
        || options.selfHosted().isPresent();
  }

  private Questions questions() {
    return new Questions(conversation, message, rules, moment);
  }

  private Decision stop(Optional<Integer> number) {
    return switch (Choice.toStop(conversation, number)) {
      case Choice.None(var why) -> say(Replies.text(why));
      case Choice.One(var agent) ->
          Stops.stoppable(agent) ? stop(agent) : say(Replies.NOTHING_TO_STOP);
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

  private static String answerKey(Conversation conversation, InboundMessage message) {
    return "answer/" + conversation.id() + "/" + message.message();
  }
}
