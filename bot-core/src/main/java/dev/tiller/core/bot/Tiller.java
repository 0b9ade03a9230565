package dev.tiller.core.bot;

import static java.util.Map.entry;

import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.RunReports;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Found;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Reviewed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The bot: its way in for adapters and services, and the loops that do its work.
public final class Tiller {

  private static final Duration HAND_OVER = Duration.ofSeconds(10);

  private final Bot bot;
  private final Inquiries inquiries;
  private final Worker worker;
  private final Watcher watcher;
  private final Live live;
  private final AtomicBoolean finished = new AtomicBoolean();
  private final Map<Platform, ChatPlatform> platforms = new ConcurrentHashMap<>();

  /// Puts the bot together; nothing moves before [#start].
  ///
  /// @param repositories what the service last said of them, without asking it
  /// @param known the same together with the models, to choose from
  /// @param reviewed what those who run the bot have laid down
  /// @param webhooks where the service reports the endings of a launch; empty when it cannot
  public Tiller(
      Store store,
      CloudService service,
      BotSettings settings,
      InstantSource clock,
      Supplier<Optional<Found.Repositories>> repositories,
      Supplier<Known> known,
      Supplier<Reviewed> reviewed,
      Function<UUID, Optional<LaunchRequest.Webhook>> webhooks) {
    var cloud = service.agents();
    var wakeup = new Wakeup();
    var random = RandomGenerator.getDefault();
    var connected = new Connected(platforms);
    var intake = new Intake(store, clock, wakeup, connected);
    var retry = new Retry(store, clock, random);
    var desk = new SettingsDesk(intake, settings.rules(), reviewed);
    var menders = new Menders(intake, desk);
    var backgrounds = new Backgrounds(known, settings.rules(), desk);
    this.bot = new Bot(intake, backgrounds, settings.rules(), desk);
    this.live = new Live(clock, settings.progressEvery());
    this.inquiries =
        new Inquiries(
            intake, backgrounds, desk, new HomePage(intake, backgrounds, desk, connected, live));
    this.watcher =
        new Watcher(
            store.replicas(),
            settings,
            wakeup.newSignal(),
            (run, nudge) ->
                new RunWatch(cloud, store, intake, settings, clock, random, run, nudge));
    this.worker =
        new Worker(
            store.work(),
            Map.ofEntries(
                entry(WorkKind.DELIVER, new Deliveries(store, connected, retry)),
                entry(WorkKind.NAME, new Names(store, connected, intake)),
                entry(WorkKind.HEARING, new Hearings(store, connected, intake)),
                entry(WorkKind.REACT, new Reactions(store, connected, retry, intake)),
                entry(WorkKind.STATUS, new Statuses(store, connected, retry)),
                entry(WorkKind.CONTEXT, new Enclosures(store, connected, intake, retry, clock)),
                entry(
                    WorkKind.LAUNCH,
                    new Launches(cloud, intake, menders, retry, settings, clock, webhooks)),
                entry(WorkKind.PROMPT, new Prompts(cloud, intake, menders, retry, settings, clock)),
                entry(
                    WorkKind.CANCEL,
                    new Cancels(cloud, store, intake, retry, run -> watcher.nudge(run))),
                entry(
                    WorkKind.ANSWER,
                    new Answers(
                        new Lookup(service, repositories, store, connected),
                        store,
                        intake,
                        retry,
                        settings,
                        clock,
                        live)),
                entry(WorkKind.STOP, new Stoppings(intake, desk)),
                entry(WorkKind.EXPIRE, new Expiries(intake)),
                entry(WorkKind.MEASURE, new Measures(service, store, intake, retry)),
                entry(WorkKind.GATHER, new Gatherings(service.records(), store, intake, retry)),
                entry(
                    WorkKind.UPLOAD,
                    new Uploads(service.records(), store, connected, intake, retry, clock))),
            retry,
            settings.replica(),
            clock,
            wakeup.newSignal());
  }

  public Inbox inbox() {
    return bot;
  }

  public Ask ask() {
    return inquiries;
  }

  public RunReports reports() {
    return bot;
  }

  /// Connects the platforms and begins to work.
  public void start(List<? extends ChatPlatform> connected) {
    connected.forEach(platform -> platforms.put(platform.platform(), platform));
    watcher.start();
    worker.start();
    live.start();
  }

  /// Begins to end: hands the runs it watches to other processes, takes no more work and finishes
  /// what it has begun, by the deadline at most. What its inbox accepts from now on waits for
  /// whoever comes next.
  public void finish(Deadline deadline) {
    if (finished.compareAndSet(false, true)) {
      live.close();
      var end = deadline.within(HAND_OVER);
      var handing = Thread.ofVirtual().name("hand-over").start(() -> watcher.handOver(end));
      worker.finish(deadline);
      endBy(end, handing);
    }
  }

  private static void endBy(Deadline deadline, Thread thread) {
    try {
      thread.join(deadline.left());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      thread.interrupt();
    }
  }

  /// Finishes, and ends its claim on anything.
  public void closeBy(Deadline deadline) {
    try {
      finish(deadline);
    } finally {
      watcher.closeBy(deadline);
    }
  }
}
