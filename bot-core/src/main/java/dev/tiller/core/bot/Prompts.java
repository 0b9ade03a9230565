package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnPrompt;
import dev.tiller.core.decide.OnPrompt.Next;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends follow-ups whose turn has come. One whose answer was lost is looked for, and never sent
/// again by itself.
final class Prompts implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Prompts.class);

  private static final int FEW_LOOKS = 10;
  private static final int MOST_ATTEMPTS = 120;

  private final CloudAgents cloud;
  private final Intake intake;
  private final Menders menders;
  private final Retry retry;
  private final BotSettings settings;
  private final InstantSource clock;

  Prompts(
      CloudAgents cloud,
      Intake intake,
      Menders menders,
      Retry retry,
      BotSettings settings,
      InstantSource clock) {
    this.cloud = cloud;
    this.intake = intake;
    this.menders = menders;
    this.retry = retry;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void perform(WorkItem item) {
    var id = UUID.fromString(item.subject());
    switch (begin(item, id)) {
      case Next.Send(var after) -> send(item, after, id);
      case Next.Look(var agent, var run) -> look(item, agent, run);
      case Next.Settled _ -> log.atDebug().addKeyValue("run", id).log("follow-up settled before");
    }
  }

  private Next begin(WorkItem item, UUID id) {
    return intake.begin(item, (now, moment) -> OnPrompt.next(now, id, settings.rules(), moment));
  }

  private void send(WorkItem item, Conversation conversation, UUID id) {
    var agent = conversation.agentOfRun(id).orElseThrow();
    var run = agent.run(id).orElseThrow();
    try {
      var accepted = cloud.followUp(service(agent), followUp(agent, run));
      log.atInfo().addKeyValue("run", id).log("follow-up sent");
      intake.settle(item, (now, _) -> OnPrompt.accepted(now, id, accepted));
    } catch (CloudAgentsException failure) {
      failed(item, run, failure);
    }
  }

  private void refused(WorkItem item, UUID id, CloudAgentsException.Refused refusal) {
    var who = menders.of(item.conversation());
    intake.settle(item, (now, moment) -> OnPrompt.refused(now, id, refusal, who, moment));
  }

  private void failed(WorkItem item, Run run, CloudAgentsException failure) {
    log.atInfo()
        .addKeyValue("run", run.id())
        .addKeyValue("failure", failure.getClass().getSimpleName())
        .addKeyValue("code", failure.getMessage())
        .log("follow-up not confirmed");
    switch (failure) {
      case CloudAgentsException.Refused refused -> refused(item, run.id(), refused);
      case CloudAgentsException.Gone _ ->
          intake.settle(item, (now, moment) -> OnPrompt.gone(now, run.id(), moment));
      case CloudAgentsException.Busy _ -> wait(item, run, Optional.empty(), true);
      case CloudAgentsException.NotNow notNow -> postpone(item, run, notNow.delay());
      case CloudAgentsException.AlreadyLaunched _, CloudAgentsException.OutcomeUnknown _ ->
          retry.unsure(item, settings.lookAgain());
    }
  }

  private void postpone(WorkItem item, Run run, Optional<Duration> asked) {
    if (item.attempt() > MOST_ATTEMPTS) {
      intake.settle(item, (now, moment) -> OnPrompt.givenUp(now, run.id(), moment));
    } else {
      wait(item, run, asked, false);
    }
  }

  private void wait(WorkItem item, Run run, Optional<Duration> asked, boolean busy) {
    var due = retry.due(item, asked);
    intake.decide(item.conversation(), (now, _) -> OnPrompt.postponed(now, run.id(), due, busy));
    retry.harmless(item, due);
  }

  private void look(WorkItem item, Agent agent, Run run) {
    try {
      cloud
          .findFollowUp(service(agent), followUp(agent, run))
          .ifPresentOrElse(
              found -> intake.settle(item, (now, _) -> OnPrompt.accepted(now, run.id(), found)),
              () -> absent(item, run));
    } catch (CloudAgentsException failure) {
      log.atInfo()
          .addKeyValue("run", run.id())
          .addKeyValue("code", failure.getMessage())
          .log("looking for a follow-up failed");
      lookLater(item, run);
    }
  }

  /// A look that failed says nothing; only when looks fail for long, the requester is asked.
  private void lookLater(WorkItem item, Run run) {
    var asking = Duration.between(run.sentAt().orElse(run.askedAt()), clock.instant());
    if (asking.compareTo(settings.giveUpAfter()) > 0 && item.attempt() > FEW_LOOKS) {
      intake.settle(item, (now, _) -> OnPrompt.unknown(now, run.id()));
    } else {
      retry.unsure(item);
    }
  }

  private void absent(WorkItem item, Run run) {
    if (OnPrompt.mayStillAppear(run, settings.rules(), clock.instant())) {
      retry.unsure(item, settings.lookAgain());
    } else {
      intake.settle(item, (now, _) -> OnPrompt.unknown(now, run.id()));
    }
  }

  private static AgentId service(Agent agent) {
    return agent.serviceId().orElseThrow();
  }

  private FollowUp followUp(Agent agent, Run run) {
    var enclosed = intake.enclosed(run);
    return new FollowUp(
        enclosed.after(run.prompt()),
        run.sentAt().orElseThrow(),
        agent.knownRuns(),
        enclosed.images(),
        agent.modeOf(run),
        run.options().model());
  }
}
