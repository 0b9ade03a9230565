package dev.tiller.app.standin.cursor;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Drives runs through their steps to the ending that their prompt asks for.
final class RunTimer implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofVirtual().name("cursor-runs").factory(),
          new ThreadPoolExecutor.DiscardPolicy());
  private final LifeCycle lifeCycle;
  private volatile Pace pace;

  RunTimer(LifeCycle lifeCycle, Pace pace) {
    this.lifeCycle = lifeCycle;
    this.pace = pace;
  }

  /// For runs that begin from now on.
  void pace(Pace next) {
    pace = next;
  }

  void begin(Agent agent, Run run) {
    var own = Wishes.of(run.prompt().text()).slow() ? pace.slow() : pace;
    var wanted = run.prompt().wanted();
    var ending = Outcome.possible(agent, wanted);
    after(
        own.create(),
        () -> {
          lifeCycle.run(agent.id(), run.id());
          if (!own.manual()) {
            var beats = Script.beats(agent, ending, own.steps()).iterator();
            after(own.step(), () -> beat(run, beats, own, wanted));
          }
        });
  }

  private void beat(Run run, Iterator<List<Step>> beats, Pace own, Ending ending) {
    boolean active = true;
    for (var step : beats.next()) {
      active &= lifeCycle.step(run.agentId(), run.id(), step);
    }
    if (!beats.hasNext()) {
      lifeCycle.end(run.agentId(), run.id(), ending);
    } else if (active) {
      after(own.step(), () -> beat(run, beats, own, ending));
    }
  }

  private void after(Duration delay, Runnable task) {
    var _ = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
