package dev.tiller.core.bot;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.context.Packing;
import dev.tiller.core.context.SentAlong;
import dev.tiller.core.conversation.Enclosed;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects what goes along with a prompt, and keeps it with the run, so that every try sends the
/// same. It stands in the agent's lane before the prompt. Whatever cannot be had in a short time is
/// left out, and the receipt says so: the task itself never waits for long.
final class Enclosures implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Enclosures.class);

  /// Prompts whose files this process holds in memory at a time.
  private static final int AT_ONCE = 4;

  private static final Duration UNTIL_ROOM = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final int MOST_ATTEMPTS = 3;

  /// Tries that ended with their process count, too.
  private static final int HOPELESS = 6;

  private final Store store;
  private final Connected connected;
  private final Intake intake;
  private final Retry retry;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE);

  Enclosures(Store store, Connected connected, Intake intake, Retry retry, InstantSource clock) {
    this.store = store;
    this.connected = connected;
    this.intake = intake;
    this.retry = retry;
    this.clock = clock;
  }

  /// A thread, and what of it is wanted.
  record Job(Address address, OnContext.Wanted wanted) {}

  @Override
  public void perform(WorkItem item) {
    var job = job(item);
    if (job.isEmpty()) {
      intake.done(item);
    } else {
      perform(item, job.get());
    }
  }

  /// Waits for room here: given back, the work would come again as another try.
  private void perform(WorkItem item, Job job) {
    try {
      if (!room.tryAcquire(UNTIL_ROOM.toMillis(), TimeUnit.MILLISECONDS)) {
        keepWithout(item, job, new Collected(job, store), "no_room");
        return;
      }
    } catch (InterruptedException e) {
      // The process ends, and another one takes the work over.
      Thread.currentThread().interrupt();
      return;
    }
    try {
      collect(item, job);
    } finally {
      room.release();
    }
  }

  private Optional<Job> job(WorkItem item) {
    var id = UUID.fromString(item.subject());
    return store.transact(tx -> {
      var conversation = Intake.locked(tx, item.conversation());
      var run = conversation.agentOfRun(id).flatMap(agent -> agent.run(id)).orElseThrow();
      var preferences = tx.settings().preferences(conversation.address().thread(), run.requester());
      return OnContext.wanted(conversation, id, preferences)
          .map(wanted -> new Job(conversation.address(), wanted));
    });
  }

  private void collect(WorkItem item, Job job) {
    var platform = connected.to(job.address()).orElse(null);
    var collected = new Collected(job, store);
    if (platform == null || item.attempt() > HOPELESS) {
      keepWithout(item, job, collected, "hopeless");
      return;
    }
    try {
      collected.from(platform);
      keep(item, job, collected);
    } catch (ChatFailure.NotNow failure) {
      if (item.attempt() < MOST_ATTEMPTS) {
        note(job, failure);
        retry.harmless(item, clock.instant().plus(wait(item, failure)));
      } else {
        keepWithout(item, job, collected, String.valueOf(failure.getMessage()));
      }
    }
  }

  private void keepWithout(WorkItem item, Job job, Collected collected, String code) {
    collected.without(code);
    keep(item, job, collected);
  }

  private Duration wait(WorkItem item, ChatFailure.NotNow failure) {
    var due = Duration.between(clock.instant(), retry.due(item, failure.delay()));
    return due.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : due;
  }

  private void keep(WorkItem item, Job job, Collected collected) {
    var id = job.wanted().run().id();
    var enclosed =
        new Enclosed(
            Packing.text(collected.thread(), collected.files()), Packing.images(collected.files()));
    intake.take(tx -> {
      var before = Intake.locked(tx, item.conversation());
      var decision =
          Intake.speaking(
              before,
              () ->
                  OnContext.collected(
                      before, id, SentAlong.words(collected.thread(), collected.files())));
      if (!decision.after().equals(before)) {
        tx.enclosures().keep(id, enclosed);
        intake.store(tx, before, decision);
      }
      tx.done(item);
      return item;
    });
    log.atInfo()
        .addKeyValue("run", id)
        .addKeyValue("characters", enclosed.text().length())
        .addKeyValue("images", enclosed.images().size())
        .log("context collected");
  }

  private static void note(Job job, ChatFailure failure) {
    log.atInfo()
        .addKeyValue("run", job.wanted().run().id())
        .addKeyValue("code", failure.getMessage())
        .log("context is collected again");
  }
}
