package dev.tiller.core.bot;

import static dev.tiller.core.bot.UsualRules.RULES;
import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.StopSign;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Stop signs, and stopping everything of one person, down to the store.
class StoppingsTest {

  private static final String ME = "me";

  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), () -> NOON);
  private final Intake intake = new Intake(store, () -> NOON, new Wakeup(), Connected.NONE);
  private final SettingsDesk desk = new SettingsDesk(intake, RULES, () -> Reviewed.NONE);
  private final Bot bot =
      new Bot(intake, new Backgrounds(() -> Known.NOTHING, RULES, desk), RULES, desk);
  private final Address here = newThread();
  private final Address there = newThread();

  @BeforeEach
  void live() {
    store.replicas().renew(ME, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void with(Address address, Agent agent) {
    intake.take(tx -> {
      var before = tx.lock(address);
      intake.store(tx, before, Decision.of(before.with(agent)));
      return agent;
    });
  }

  private Agent agent(Address address) {
    return store.transact(tx -> tx.lock(address)).agents().getFirst();
  }

  /// What is taken once is not given out again.
  private final List<WorkItem> taken = new ArrayList<>();

  private List<WorkItem> due(WorkKind kind) {
    taken.addAll(store.work().take(ME, 100, NOON));
    var due = taken.stream().filter(item -> item.kind() == kind).toList();
    taken.removeAll(due);
    return due;
  }

  /// What is shown, each with a reference of its own.
  private List<Post> posts() {
    var posts = new ArrayList<Post>();
    for (var item = due(WorkKind.DELIVER); !item.isEmpty(); item = due(WorkKind.DELIVER)) {
      item.forEach(each ->
          posts.add(
              store.transact(tx -> {
                var message = tx.outbox().find(UUID.fromString(each.subject())).orElseThrow();
                tx.outbox().delivered(message.id(), "ref-" + message.id(), message.revision());
                tx.done(each);
                return message.post();
              })));
    }
    return posts;
  }

  private StopSign sign(Optional<String> message, String nonce) {
    return new StopSign(here, message, ANN, false, nonce);
  }

  @Test
  void aSignOnTheRequestStopsItsRunOnce() {
    with(here, Samples.running());

    bot.stop(sign(Optional.of("m1"), "n1"));
    bot.stop(sign(Optional.of("m1"), "n1"));

    assertThat(agent(here).firstRun().stopAskedBy()).contains(ANN);
    assertThat(due(WorkKind.CANCEL)).hasSize(1);
    assertThat(posts()).filteredOn(post -> post.fallback().contains("Stopping agent 1")).hasSize(1);
  }

  @Test
  void aSignOnAMessageOfNobodysRunSaysNothing() {
    with(here, Samples.running());
    posts();

    bot.stop(sign(Optional.of("chatter"), "n1"));

    assertThat(agent(here).firstRun().stopAskedBy()).isEmpty();
    assertThat(posts()).isEmpty();
  }

  @Test
  void aSignForTheThreadStopsWhatRunsThere() {
    with(here, Samples.running());
    with(there, Samples.running());

    bot.stop(sign(Optional.empty(), "n1"));

    assertThat(agent(here).firstRun().stopAskedBy()).contains(ANN);
    assertThat(agent(there).firstRun().stopAskedBy()).isEmpty();
  }

  @Test
  void aSignInAThreadThatIsNotOursBeginsNothing() {
    bot.stop(sign(Optional.empty(), "n1"));

    var begun = store.transact(tx -> tx.lockKnown(here));
    assertThat(begun).isEmpty();
  }

  private Action yes() {
    bot.message(new InboundMessage(here, "m9", ANN, Place.CHANNEL, "stop all", false, false));
    var button =
        posts().stream()
            .flatMap(post -> post.buttons().stream())
            .filter(each -> each.label().startsWith("Stop all"))
            .findFirst()
            .orElseThrow();
    return new Action(here, ANN, ((Button.Press) button).key(), Optional.empty());
  }

  private void carryOut() {
    due(WorkKind.STOP).forEach(new Stoppings(intake, desk)::perform);
  }

  @Test
  void stopAllReachesEveryConversationAndKeepsWhatWaits() {
    var busy = Samples.running();
    with(here, Samples.running());
    with(there, busy.plus(Samples.followUp(busy, RunPhase.WAITING)));
    var bens = newThread();
    with(bens, Samples.running().asked(Samples.request().ownedBy(BEN)));

    bot.action(yes());
    assertThat(agent(there).firstRun().stopAskedBy()).isEmpty();
    carryOut();

    assertThat(agent(here).firstRun().stopAskedBy()).contains(ANN);
    assertThat(agent(there).firstRun().stopAskedBy()).contains(ANN);
    assertThat(agent(there).held()).hasSize(1);
    assertThat(agent(bens).firstRun().stopAskedBy())
        .as("asked for in an agent of somebody else, who alone may steer it")
        .isEmpty();
    assertThat(due(WorkKind.CANCEL)).hasSize(2);
  }

  @Test
  void nothingIsStoppedBeforeSomebodySaysYes() {
    with(here, Samples.running());
    with(there, Samples.running());

    yes();
    carryOut();

    assertThat(agent(here).firstRun().stopAskedBy()).isEmpty();
  }

  @Test
  void ofManyClicksAtOnceOneCounts() throws Exception {
    with(here, Samples.running());
    with(there, Samples.running());
    var click = yes();
    Callable<Boolean> once = () -> bot.action(click).note().isEmpty();

    var counted = new ArrayList<Boolean>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> once).toList())) {
        counted.add(result.get());
      }
    }
    carryOut();

    assertThat(counted).containsOnlyOnce(true);
    assertThat(due(WorkKind.CANCEL)).hasSize(2);
  }

  @Test
  void aBurstIsOnePromptOverRestartsToo() {
    with(here, Samples.running());

    bot.message(new InboundMessage(here, "m8", ANN, Place.CHANNEL, "add tests", false, false));
    bot.message(new InboundMessage(here, "m9", ANN, Place.CHANNEL, "and docs", false, false));

    var waiting = agent(here).waiting();
    assertThat(waiting).extracting(Run::prompt).containsExactly("add tests\n\nand docs");
  }
}
