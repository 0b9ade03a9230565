package dev.tiller.core.decide;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.command.Options;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Preferences;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is to go along with a prompt beyond its text.
public final class OnContext {

  private OnContext() {}

  /// What to collect.
  ///
  /// @param message the one that asks
  /// @param after only messages of the thread newer than this one
  /// @param prompts the ids of messages that the agent got as prompts
  public record Wanted(
      Agent agent,
      Run run,
      String message,
      ContextChoice choice,
      Optional<String> after,
      Set<String> prompts) {

    public boolean thread() {
      return !(choice instanceof ContextChoice.None);
    }
  }

  /// What a message asks to go along. Nothing where there is certainly nothing: in a channel's main
  /// line without files. Slack's events about mentions do not tell of files.
  public static Along along(InboundMessage message, Options options) {
    boolean surelyNothing =
        message.attachments().isEmpty()
            && beginsThread(message.address().thread(), message.message())
            && message.address().thread().platform() == Platform.TEAMS;
    return surelyNothing ? Along.NOTHING : Along.wanted(options.context(), message.attachments());
  }

  /// Whether there is something to collect before the run goes out; empty when there is not, or not
  /// any more.
  public static Optional<Wanted> wanted(
      Conversation conversation, UUID id, Preferences preferences) {
    var agent = conversation.agentOfRun(id).orElseThrow();
    var run = agent.run(id).orElseThrow();
    boolean due = run.along().pending() && run.phase() == RunPhase.STARTING && !run.unwanted();
    return run.message()
        .filter(_ -> due)
        .map(message ->
            new Wanted(
                agent,
                run,
                message,
                choice(conversation.address().thread(), run, message, preferences),
                lastSent(agent, run),
                prompts(agent)));
  }

  /// The receipt is on the card; what was collected is stored beside this. Nothing when the run has
  /// ended meanwhile.
  public static Decision collected(Conversation conversation, UUID id, Optional<String> receipt) {
    var run = conversation.agentOfRun(id).flatMap(agent -> agent.run(id)).orElseThrow();
    return run.along().pending() && run.phase() != RunPhase.ENDED
        ? Decision.of(conversation.withRun(id, each -> each.collected(receipt)))
        : Decision.nothing(conversation);
  }

  private static ContextChoice choice(
      ChatThread thread, Run run, String message, Preferences preferences) {
    if (beginsThread(thread, message)) {
      return new ContextChoice.None();
    }
    return run.along()
        .choice()
        .or(() ->
            Stream.of(preferences.channel(), preferences.person(), preferences.workspace())
                .map(Defaults::context)
                .flatMap(Optional::stream)
                .findFirst())
        .orElseGet(ContextChoice.WholeThread::new);
  }

  private static boolean beginsThread(ChatThread thread, String message) {
    return thread.root().equals(message);
  }

  /// The message of the prompt that the agent got last.
  private static Optional<String> lastSent(Agent agent, Run run) {
    return agent.runs().stream()
        .filter(each -> !each.id().equals(run.id()) && each.message().isPresent())
        .filter(Run::taken)
        .max(Comparator.comparing(each -> each.sentAt().orElseThrow()))
        .flatMap(Run::message);
  }

  private static Set<String> prompts(Agent agent) {
    return agent.runs().stream()
        .flatMap(run -> run.messages().stream())
        .collect(Collectors.toSet());
  }
}
