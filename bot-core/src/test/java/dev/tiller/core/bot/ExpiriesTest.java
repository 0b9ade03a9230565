package dev.tiller.core.bot;

import static dev.tiller.core.bot.UsualRules.RULES;
import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Menu;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A request that waits is in the store alone: any process goes on with it, once, or lets it go.
class ExpiriesTest {

  private static final String ME = "me";

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final InstantSource clock = now::get;
  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), clock);
  private final Intake intake = new Intake(store, clock, new Wakeup(), Connected.NONE);
  private final Address address = newThread();

  @BeforeEach
  void live() {
    store.replicas().renew(ME, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /// Another process every time.
  private Bot bot() {
    var known = Known.of(List.of(WEB), List.of());
    var another = new Intake(store, clock, new Wakeup(), Connected.NONE);
    var desk = new SettingsDesk(another, RULES, () -> Reviewed.NONE);
    return new Bot(another, new Backgrounds(() -> known, RULES, desk), RULES, desk);
  }

  private List<WorkItem> due(WorkKind kind) {
    return store.work().take(ME, 100, now.get()).stream()
        .filter(item -> item.kind() == kind)
        .toList();
  }

  private List<Post> posts() {
    return due(WorkKind.DELIVER).stream().map(this::shown).toList();
  }

  /// The message, which is taken for delivered.
  private Post shown(WorkItem item) {
    return store.transact(tx -> {
      var message = tx.outbox().find(UUID.fromString(item.subject())).orElseThrow();
      tx.outbox().delivered(message.id(), "ref", message.revision());
      tx.done(item);
      return message.post();
    });
  }

  private Menu ask() {
    bot().message(new InboundMessage(address, "m1", ANN, Place.CHANNEL, "fix it", false, false));
    return ((Card) posts().getFirst()).menu().orElseThrow();
  }

  private Receipt choose(Menu menu) {
    return bot()
        .action(new Action(address, ANN, menu.key(), Optional.empty(), Optional.of("acme/web")));
  }

  private List<Agent> agents() {
    return store.transact(tx -> tx.lock(address)).agents();
  }

  @Test
  void whatNobodyChoosesIsLetGoAfterTenMinutes() {
    var menu = ask();
    assertThat(due(WorkKind.EXPIRE)).isEmpty();

    now.set(NOON.plus(Duration.ofMinutes(10)));
    due(WorkKind.EXPIRE).forEach(new Expiries(intake)::perform);

    assertThat(posts()).anyMatch(post -> post.fallback().contains("Nobody chose in time"));
    assertThat(choose(menu).note())
        .hasValueSatisfying(note -> assertThat(note).contains("too long ago"));
    assertThat(agents()).isEmpty();
  }

  @Test
  void whatWasChosenIsNotLetGo() {
    choose(ask());

    now.set(NOON.plus(Duration.ofMinutes(10)));
    due(WorkKind.EXPIRE).forEach(new Expiries(intake)::perform);

    assertThat(posts()).noneMatch(post -> post.fallback().contains("Nobody chose in time"));
  }

  @Test
  void ofManyClicksAtOnceOneStartsAnAgent() throws Exception {
    var menu = ask();
    Callable<Receipt> click = () -> choose(menu);
    var started = new ArrayList<Boolean>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> click).toList())) {
        started.add(result.get().note().isEmpty());
      }
    }

    assertThat(started).containsOnlyOnce(true);
    assertThat(agents()).hasSize(1);
  }
}
