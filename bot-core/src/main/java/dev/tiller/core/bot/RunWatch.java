package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.RunEvent;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Replicas.WatchedRun;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Moment;
import dev.tiller.core.decide.OnReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows one run until it has ended: by its event stream where there is one, and by looking. The
/// stream only hints; a look has the truth.
final class RunWatch {

  private static final Logger log = LoggerFactory.getLogger(RunWatch.class);
  private static final int VANISHED_AFTER = 3;

  private final CloudAgents cloud;
  private final Store store;
  private final Intake intake;
  private final BotSettings settings;
  private final RandomGenerator random;
  private final WatchedRun watched;
  private final Signal nudge;
  private final Silence silence;
  private final ProgressFeed progress;

  private Optional<String> cursor = Optional.empty();
  private int quiet;
  private boolean reached;
  private int missing;

  /// Makes watches with everything but the run.
  interface Factory {
    RunWatch of(WatchedRun run, Signal nudge);
  }

  RunWatch(
      CloudAgents cloud,
      Store store,
      Intake intake,
      BotSettings settings,
      InstantSource clock,
      RandomGenerator random,
      WatchedRun watched,
      Signal nudge) {
    this.cloud = cloud;
    this.store = store;
    this.intake = intake;
    this.settings = settings;
    this.random = random;
    this.watched = watched;
    this.nudge = nudge;
    this.silence = new Silence(cloud, intake, settings.quietAfter(), clock, watched);
    this.progress = new ProgressFeed(intake, settings.progressEvery(), clock, watched);
  }

  /// Returns when the run has ended; an interrupt ends it earlier.
  void follow() throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        var agent = agent();
        var run = agent.run(watched.run()).orElseThrow();
        if (run.phase() != RunPhase.RUNNING) {
          return;
        }
        stream(agent, run);
        if (lookIsOver(agent, run)) {
          return;
        }
        if (reached) {
          silence.check(agent.serviceId().orElseThrow());
        }
      } catch (RuntimeException | Error e) {
        log.atWarn()
            .addKeyValue("run", watched.run())
            .addKeyValue("error", e.getClass().getSimpleName())
            .log("watching stumbled");
      }
      quiet++;
      nudge.await(
          Backoff.after(
              quiet, settings.pollEvery().shortest(), settings.pollEvery().longest(), random));
    }
  }

  private Agent agent() {
    Conversation conversation = store.transact(tx -> Intake.locked(tx, watched.conversation()));
    return conversation.agentOfRun(watched.run()).orElseThrow();
  }

  private void stream(Agent agent, Run run) {
    if (cloud.abilities().runs() && run.serviceRun().isPresent()) {
      try {
        var service = agent.serviceId().orElseThrow();
        cloud.stream(service, run.serviceRun().get(), cursor, event -> heard(service, event));
      } catch (RuntimeException e) {
        log.atDebug()
            .addKeyValue("run", run.id())
            .addKeyValue("code", e.getMessage())
            .log("stream not available");
      }
    }
  }

  private void heard(AgentId agent, RunEvent event) {
    event.cursor().ifPresent(its -> cursor = Optional.of(its));
    quiet = 0;
    switch (event) {
      case RunEvent.Step(var text, _) -> {
        silence.sign();
        progress.step(text);
      }
      case RunEvent.Unrecognized(var type, _) ->
          log.atDebug()
              .addKeyValue("run", watched.run())
              .addKeyValue("type", type)
              .log("unrecognized event skipped");
      case RunEvent.Said _ -> {
        silence.sign();
        progress.beat();
      }
      case RunEvent.Heartbeat _ -> {
        silence.check(agent);
        progress.beat();
      }
      case RunEvent.Status _, RunEvent.MayHaveEnded _ -> {}
    }
  }

  private boolean lookIsOver(Agent agent, Run run) throws InterruptedException {
    reached = false;
    try {
      var report = cloud.look(agent.serviceId().orElseThrow(), run.serviceRun());
      reached = true;
      missing = 0;
      return isOver(
          (now, moment) -> OnReport.asked(now, run.id(), report, settings.rules(), moment));
    } catch (CloudAgentsException.Gone e) {
      missing++;
      return missing >= VANISHED_AFTER
          && isOver((now, moment) -> OnReport.vanished(now, run.id(), moment));
    } catch (CloudAgentsException.NotNow e) {
      nudge.await(e.delay().orElse(Duration.ZERO));
      return false;
    } catch (CloudAgentsException e) {
      log.atInfo()
          .addKeyValue("run", run.id())
          .addKeyValue("code", e.getMessage())
          .log("looking at a run failed");
      return false;
    }
  }

  private boolean isOver(BiFunction<Conversation, Moment, Decision> rule) {
    return ended(intake.decide(watched.conversation(), rule).after());
  }

  private boolean ended(Conversation conversation) {
    return conversation
        .agentOfRun(watched.run())
        .flatMap(agent -> agent.run(watched.run()))
        .filter(run -> run.phase() == RunPhase.ENDED)
        .isPresent();
  }
}
