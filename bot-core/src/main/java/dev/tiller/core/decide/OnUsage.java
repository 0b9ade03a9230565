package dev.tiller.core.decide;

import dev.tiller.core.agents.Usage;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Spent;
import java.util.Optional;
import java.util.UUID;

/// When the service has told what an agent has used.
public final class OnUsage {

  private OnUsage() {}

  /// What a run has used; empty as long as the service does not know, which it says by zeros.
  public static Optional<Spent> of(Run run, Usage usage) {
    return usage.runs().stream()
        .filter(its -> run.serviceRun().equals(Optional.of(its.run())))
        .filter(its -> its.tokens().total() > 0)
        .map(its -> new Spent(its.tokens().total(), its.cost().map(Usage.Cost::charged)))
        .findFirst();
  }

  /// The ended run's card says what it has used.
  public static Decision told(Conversation conversation, UUID run, Spent spent) {
    return Decision.of(
        conversation.withRun(
            run, each -> each.ending().map(its -> each.ended(its.having(spent))).orElse(each)));
  }
}
