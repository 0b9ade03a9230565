package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.Optional;

/// What follow-ups may ask for beyond their text, the same in a thread and in the form.
final class FollowUps {

  private FollowUps() {}

  /// What of the options a follow-up can carry.
  static RunOptions options(Options options) {
    return new RunOptions(options.mode(), options.model().flatMap(Pick::name));
  }

  /// Why a follow-up with these options is not sent, as sentences for the person.
  static Optional<String> obstacle(Agent agent, Options options, Rules rules) {
    if (asksForAnother(agent, options)) {
      return Optional.of(Replies.optionsOnFollowUp(agent));
    }
    if (options.model().filter(Pick.Auto.class::isInstance).isPresent() && hasModel(agent)) {
      return Optional.of(Texts.get("reply.model-not-given-back"));
    }
    return Unsupported.inFollowUp(options(options), rules);
  }

  /// Whether there are options of a launch, other than this agent was launched with.
  private static boolean asksForAnother(Agent agent, Options options) {
    var request = agent.request();
    var its = request.options();
    var asked = options.forLaunch();
    return options.repository().filter(main -> !main.equals(request.repository())).isPresent()
        || options
            .repositoryName()
            .filter(name -> !isCalled(request.repository(), name))
            .isPresent()
        || (!asked.further().isEmpty() && !asked.further().equals(its.further()))
        || (asked.pullRequest().isPresent() && !asked.pullRequest().equals(its.pullRequest()))
        || options.branch().isPresent()
        || options.autoPr().isPresent()
        || options.currentBranch().isPresent()
        || options.machine().isPresent()
        || options.pool().isPresent()
        || options.selfHosted().isPresent();
  }

  private static boolean isCalled(Repository repository, String name) {
    var address = repository.display();
    return address.substring(address.lastIndexOf('/') + 1).equalsIgnoreCase(name);
  }

  /// Whether the agent has a model of its own, or gets one from a prompt before the next.
  private static boolean hasModel(Agent agent) {
    return agent.request().model().isPresent()
        || agent.runs().stream()
            .filter(run -> run.taken() || (run.wanted() && run.phase() != RunPhase.ENDED))
            .anyMatch(run -> run.options().model().isPresent());
  }

  /// A message as a prompt to an agent, from somebody who may steer it.
  static Decision said(
      Conversation conversation,
      Agent agent,
      InboundMessage message,
      Command.Ask ask,
      Authority.Verdict verdict,
      Rules rules,
      Moment moment) {
    var run =
        run(agent, message.author(), Optional.of(message.message()), ask, moment)
            .taking(OnContext.along(message, ask.options()));
    return obstacle(agent, ask.options(), rules)
        .or(() -> crowd(agent, run, rules))
        .map(why -> OnMessage.say(conversation, message, Replies.text(why)))
        .orElseGet(() -> joined(conversation, agent, run, verdict, rules));
  }

  /// A text from the form. It is read as one in the thread is, but it is always a prompt, also
  /// where it would be a command there. Of somebody who may not steer the agent it is a suggestion.
  static Decision written(
      Conversation conversation,
      Agent agent,
      Person by,
      String text,
      Authority.Verdict verdict,
      Rules rules,
      Moment moment) {
    var command = Grammar.parse(text);
    if (command instanceof Command.Unclear unclear) {
      return Decision.note(conversation, Replies.unclearFollowUp(unclear));
    }
    var ask = command instanceof Command.Ask its ? its : new Command.Ask(text, Options.NONE);
    if (!verdict.allowed()) {
      return Suggestions.written(conversation, agent, by, ask, rules, verdict, moment);
    }
    var run = run(agent, by, Optional.empty(), ask, moment);
    return obstacle(agent, ask.options(), rules)
        .or(() -> crowd(agent, run, rules))
        .map(why -> Decision.note(conversation, why))
        .orElseGet(() -> joined(conversation, agent, run, verdict, rules));
  }

  static Run run(Agent agent, Person by, Optional<String> message, Command.Ask ask, Moment moment) {
    return Run.asked(
        moment.newId(),
        agent.runs().size() + 1,
        by,
        message,
        ask.prompt(),
        options(ask.options()),
        Agents.free(agent) ? RunPhase.STARTING : RunPhase.WAITING,
        moment.now());
  }

  /// That as many wait as may.
  private static Optional<String> crowd(Agent agent, Run run, Rules rules) {
    return run.phase() == RunPhase.WAITING
            && Queue.companion(agent, run, rules).isEmpty()
            && Queue.full(agent, rules)
        ? Optional.of(Texts.get("queue.full", agent.number(), agent.queued().size()))
        : Optional.empty();
  }

  private static Decision joined(
      Conversation conversation, Agent agent, Run run, Authority.Verdict verdict, Rules rules) {
    return Queue.companion(agent, run, rules)
        .map(companion -> Queue.join(conversation, agent, companion, run, verdict))
        .orElseGet(() -> Agents.plusRun(conversation, agent, run, verdict));
  }
}
