package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnFiles;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what files the agents of ended runs have left, so that the runs' cards can offer them.
/// It stands in nobody's way; where the service does not tell in a few tries, the card does
/// without.
final class Gatherings implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Gatherings.class);
  private static final int MOST_ATTEMPTS = 4;

  private final AgentRecords records;
  private final Store store;
  private final Intake intake;
  private final Retry retry;

  Gatherings(AgentRecords records, Store store, Intake intake, Retry retry) {
    this.records = records;
    this.store = store;
    this.intake = intake;
    this.retry = retry;
  }

  @Override
  public void perform(WorkItem item) {
    var id = UUID.fromString(item.subject());
    var conversation = store.transact(tx -> Intake.locked(tx, item.conversation()));
    var agent = conversation.agentOfRun(id).orElseThrow();
    if (!agent.atService()) {
      intake.done(item);
      return;
    }
    try {
      var files = records.artifacts(agent.serviceId().orElseThrow());
      intake.settle(item, (now, _) -> OnFiles.left(now, id, files));
    } catch (CloudAgentsException e) {
      if (!retry.upTo(MOST_ATTEMPTS, item, e)) {
        log.atInfo().addKeyValue("run", id).addKeyValue("code", e.getMessage()).log("not gathered");
        intake.done(item);
      }
    }
  }
}
