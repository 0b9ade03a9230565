package dev.tiller.core.bot;

import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnLaunch;
import dev.tiller.core.decide.OnLaunch.Next;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has agents created. A launch whose answer was lost is looked for, and never repeated blindly.
final class Launches implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Launches.class);

  private final CloudAgents cloud;
  private final Intake intake;
  private final Menders menders;
  private final Retry retry;
  private final BotSettings settings;
  private final InstantSource clock;
  private final Function<UUID, Optional<LaunchRequest.Webhook>> webhooks;

  Launches(
      CloudAgents cloud,
      Intake intake,
      Menders menders,
      Retry retry,
      BotSettings settings,
      InstantSource clock,
      Function<UUID, Optional<LaunchRequest.Webhook>> webhooks) {
    this.cloud = cloud;
    this.intake = intake;
    this.menders = menders;
    this.retry = retry;
    this.settings = settings;
    this.clock = clock;
    this.webhooks = webhooks;
  }

  @Override
  public void perform(WorkItem item) {
    var id = UUID.fromString(item.subject());
    switch (begin(item, id)) {
      case Next.Call(var after) -> call(item, after.agent(id).orElseThrow());
      case Next.Look(var agent) -> look(item, agent);
      case Next.Settled _ -> log.atDebug().addKeyValue("agent", id).log("launch settled before");
    }
  }

  private Next begin(WorkItem item, UUID id) {
    return intake.begin(item, (now, moment) -> OnLaunch.next(now, id, settings.rules(), moment));
  }

  private void call(WorkItem item, Agent agent) {
    try {
      var launched = cloud.launch(request(agent));
      log.atInfo()
          .addKeyValue("launch", agent.id())
          .addKeyValue("agent", launched.agent())
          .log("agent launched");
      intake.settle(item, (now, _) -> OnLaunch.launched(now, agent.id(), launched));
    } catch (CloudAgentsException failure) {
      failed(item, agent, failure);
    }
  }

  private void refused(WorkItem item, UUID id, CloudAgentsException.Refused refusal) {
    var who = menders.of(item.conversation());
    intake.settle(item, (now, moment) -> OnLaunch.refused(now, id, refusal, who, moment));
  }

  private void failed(WorkItem item, Agent agent, CloudAgentsException failure) {
    log.atInfo()
        .addKeyValue("launch", agent.id())
        .addKeyValue("failure", failure.getClass().getSimpleName())
        .addKeyValue("code", failure.getMessage())
        .log("launch not confirmed");
    switch (failure) {
      case CloudAgentsException.Refused refused -> refused(item, agent.id(), refused);
      case CloudAgentsException.NotNow notNow -> postpone(item, agent, notNow.delay());
      case CloudAgentsException.AlreadyLaunched _ -> look(item, agent);
      case CloudAgentsException.Busy _,
          CloudAgentsException.Gone _,
          CloudAgentsException.OutcomeUnknown _ ->
          retry.unsure(item, settings.lookAgain());
    }
  }

  private void postpone(WorkItem item, Agent agent, Optional<Duration> asked) {
    var asking = Duration.between(agent.firstRun().askedAt(), clock.instant());
    if (asking.compareTo(settings.giveUpAfter()) > 0) {
      intake.settle(item, (now, moment) -> OnLaunch.givenUp(now, agent.id(), moment));
      return;
    }
    var due = retry.due(item, asked);
    intake.decide(item.conversation(), (now, _) -> OnLaunch.postponed(now, agent.id(), due));
    retry.harmless(item, due);
  }

  private void look(WorkItem item, Agent agent) {
    try {
      cloud
          .findLaunch(request(agent))
          .ifPresentOrElse(
              found -> intake.settle(item, (now, _) -> OnLaunch.launched(now, agent.id(), found)),
              () -> absent(item, agent));
    } catch (CloudAgentsException failure) {
      log.atInfo()
          .addKeyValue("launch", agent.id())
          .addKeyValue("code", failure.getMessage())
          .log("looking for a launch failed");
      lookLater(item, agent);
    }
  }

  private void absent(WorkItem item, Agent agent) {
    switch (OnLaunch.absent(agent, item.attempt(), settings.rules(), clock.instant())) {
      case LOOK_AGAIN -> retry.unsure(item, settings.lookAgain());
      case CALL_AGAIN -> callAgain(item, agent.id());
      case ASK -> intake.settle(item, (now, _) -> OnLaunch.unknown(now, agent.id()));
    }
  }

  private void callAgain(WorkItem item, UUID id) {
    var decision =
        intake.decide(item.conversation(), (now, moment) -> OnLaunch.calledAgain(now, id, moment));
    var agent = decision.after().agent(id).orElseThrow();
    if (agent.state() == LaunchState.CALLING) {
      call(item, agent);
    } else {
      intake.done(item);
    }
  }

  private void lookLater(WorkItem item, Agent agent) {
    var asking = Duration.between(agent.firstRun().askedAt(), clock.instant());
    if (asking.compareTo(settings.giveUpAfter()) > 0) {
      intake.settle(item, (now, _) -> OnLaunch.unknown(now, agent.id()));
    } else {
      retry.unsure(item);
    }
  }

  private LaunchRequest request(Agent agent) {
    var request = agent.request();
    var enclosed = intake.enclosed(agent.firstRun());
    return new LaunchRequest(
        agent.id(),
        enclosed.after(agent.firstRun().prompt()),
        request.repository(),
        request.branch(),
        request.model(),
        request.createPullRequest(),
        webhooks.apply(agent.id()),
        request.options(),
        enclosed.images(),
        agent.calledAt());
  }
}
