package dev.tiller.core.bot;

import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnCancel;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has runs stopped at the service. The ending itself comes the way all endings come.
final class Cancels implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Cancels.class);
  private static final int MOST_ATTEMPTS = 8;

  private final CloudAgents cloud;
  private final Store store;
  private final Intake intake;
  private final Retry retry;
  private final Consumer<UUID> nudge;

  /// @param nudge has a run looked at soon
  Cancels(CloudAgents cloud, Store store, Intake intake, Retry retry, Consumer<UUID> nudge) {
    this.cloud = cloud;
    this.store = store;
    this.intake = intake;
    this.retry = retry;
    this.nudge = nudge;
  }

  @Override
  public void perform(WorkItem item) {
    var id = UUID.fromString(item.subject());
    var conversation = store.transact(tx -> Intake.locked(tx, item.conversation()));
    var agent = conversation.agentOfRun(id).orElseThrow();
    var run = agent.run(id).orElseThrow();
    if (run.ending().isPresent() || agent.serviceId().isEmpty()) {
      intake.done(item);
      return;
    }
    try {
      cloud.cancel(agent.serviceId().get(), run.serviceRun());
      log.atInfo().addKeyValue("run", id).log("run cancelled");
      intake.done(item);
      nudge.accept(id);
    } catch (CloudAgentsException failure) {
      failed(item, id, failure);
    }
  }

  private void failed(WorkItem item, UUID id, CloudAgentsException failure) {
    log.atInfo()
        .addKeyValue("run", id)
        .addKeyValue("code", failure.getMessage())
        .log("cancel failed");
    if (failure instanceof CloudAgentsException.Gone) {
      intake.done(item);
      nudge.accept(id);
    } else if (!retry.upTo(MOST_ATTEMPTS, item, failure)) {
      intake.settle(item, (now, _) -> OnCancel.failed(now, id, item.id()));
    }
  }
}
