package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents.Feature;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Spent;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnUsage;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what ended runs have used, for their cards. It stands behind nothing and in nobody's
/// way; where the service does not tell in a few tries, the card does without.
final class Measures implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Measures.class);
  private static final int MOST_ATTEMPTS = 6;

  private final CloudService service;
  private final Store store;
  private final Intake intake;
  private final Retry retry;

  Measures(CloudService service, Store store, Intake intake, Retry retry) {
    this.service = service;
    this.store = store;
    this.intake = intake;
    this.retry = retry;
  }

  @Override
  public void perform(WorkItem item) {
    var id = UUID.fromString(item.subject());
    var conversation = store.transact(tx -> Intake.locked(tx, item.conversation()));
    var agent = conversation.agentOfRun(id).orElseThrow();
    if (!service.agents().abilities().features().contains(Feature.USAGE) || !agent.atService()) {
      intake.done(item);
      return;
    }
    try {
      measured(agent.serviceId().orElseThrow(), agent.run(id).orElseThrow())
          .ifPresentOrElse(
              spent -> intake.settle(item, (now, _) -> OnUsage.told(now, id, spent)),
              () -> later(item));
    } catch (CloudAgentsException e) {
      if (!retry.upTo(MOST_ATTEMPTS, item, e)) {
        log.atInfo().addKeyValue("run", id).addKeyValue("code", e.getMessage()).log("not measured");
        intake.done(item);
      }
    }
  }

  private Optional<Spent> measured(AgentId agent, Run run) {
    return OnUsage.of(run, service.records().usage(agent));
  }

  /// The service may only not know yet.
  private void later(WorkItem item) {
    if (!retry.upTo(MOST_ATTEMPTS, item, Optional.empty())) {
      intake.done(item);
    }
  }
}
