package dev.tiller.core.bot;

import static dev.tiller.core.bot.UsualRules.RULES;
import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.History;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Enclosed;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Effect;
import dev.tiller.core.decide.Moment;
import dev.tiller.core.decide.OnAction;
import dev.tiller.core.decide.OnPrompt;
import dev.tiller.core.decide.Verbs;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What goes along with a prompt is collected once, kept while it may have to be sent, and no
/// longer.
class EnclosuresTest {

  private static final String ME = "me";
  private static final Along ALONG =
      Along.wanted(
          Optional.empty(),
          List.of(new Attachment("shot.png", "image/png", OptionalLong.of(10), "F1")));

  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), () -> NOON);
  private final Intake intake = new Intake(store, () -> NOON, new Wakeup(), Connected.NONE);
  private final Retry retry = new Retry(store, () -> NOON, new Random(1));

  @BeforeEach
  void live() {
    store.replicas().renew(ME, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Enclosures enclosures(Map<Platform, ChatPlatform> platforms) {
    return new Enclosures(store, new Connected(platforms), intake, retry, () -> NOON);
  }

  private Conversation with(Agent agent) {
    return intake.take(tx -> {
      var before = tx.lock(newThread());
      var after = before.with(agent);
      intake.store(tx, before, Decision.of(after, new Effect.Launch(agent.id())));
      return after;
    });
  }

  private List<WorkItem> due() {
    return store.work().take(ME, 100, NOON).stream()
        .filter(item -> item.kind() == WorkKind.CONTEXT)
        .toList();
  }

  private Along alongNow(Conversation conversation) {
    return store
        .transact(tx -> Intake.locked(tx, conversation.id()))
        .agents()
        .getFirst()
        .runs()
        .getLast()
        .along();
  }

  @Test
  void whatCannotBeHadIsSaidOnTheCard() {
    var conversation = with(Samples.requested().taking(ALONG));

    due().forEach(enclosures(Map.of())::perform);

    assertThat(alongNow(conversation).receipt().orElseThrow())
        .contains("no messages: they could not be read", "shot.png not sent");
  }

  @Test
  void whoFindsNoRoomWaitsForIt() throws Exception {
    var busy = new CountDownLatch(4);
    var open = new CountDownLatch(1);
    var enclosures = enclosures(Map.of(Platform.SLACK, slow(busy, open)));
    var along = Along.wanted(Optional.empty(), List.of());
    var conversations =
        List.of(1, 2, 3, 4, 5).stream().map(_ -> with(Samples.requested().taking(along))).toList();
    var items = due();

    var four =
        items.stream()
            .limit(4)
            .map(item -> Thread.startVirtualThread(() -> enclosures.perform(item)))
            .toList();
    busy.await();
    var fifth = Thread.startVirtualThread(() -> enclosures.perform(items.getLast()));
    await()
        .until(() ->
            Set.of(Thread.State.TIMED_WAITING, Thread.State.WAITING, Thread.State.TERMINATED)
                .contains(fifth.getState()));
    open.countDown();
    for (var thread : four) {
      thread.join();
    }
    fifth.join();

    assertThat(items).hasSize(5);
    assertThat(conversations).noneMatch(each -> alongNow(each).pending());
  }

  /// One that tells of empty threads, when it may.
  private static ChatPlatform slow(CountDownLatch busy, CountDownLatch open) {
    return (ChatPlatform)
        Proxy.newProxyInstance(
            ChatPlatform.class.getClassLoader(),
            new Class<?>[] {ChatPlatform.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "history" -> {
                    busy.countDown();
                    open.await();
                    yield new History.Told(List.of(), true);
                  }
                  case "attachments" -> List.of();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void whatMayHaveToBeSentAgainIsKeptUntilCursorHasIt() {
    var agent = Samples.finished();
    var sending =
        Samples.followUp(agent, RunPhase.STARTING)
            .taking(ALONG)
            .collected(Optional.of("1 image"))
            .sending(NOON);
    var run = sending.id();
    var conversation = with(agent.plus(sending));
    var enclosed = new Enclosed("> Ann: look", List.of());
    intake.take(tx -> {
      tx.enclosures().keep(run, enclosed);
      return run;
    });

    intake.decide(conversation.id(), (now, _) -> OnPrompt.unknown(now, run));
    assertThat(kept(run)).isEqualTo(enclosed);
    intake.decide(conversation.id(), (now, moment) -> sendAgain(now, run, moment));
    assertThat(kept(run)).isEqualTo(enclosed);
    intake.decide(
        conversation.id(),
        (now, _) -> Decision.of(now.withRun(run, each -> each.running(Optional.empty()))));
    assertThat(kept(run).isEmpty()).isTrue();
  }

  private static Decision sendAgain(Conversation now, UUID run, Moment moment) {
    var click =
        new Action(now.address(), ANN, new ActionKey(Verbs.SEND, run.toString()), Optional.empty());
    return OnAction.decide(now, run, click, RULES, moment);
  }

  private Enclosed kept(UUID run) {
    return store.transact(tx -> tx.enclosures().of(run));
  }
}
