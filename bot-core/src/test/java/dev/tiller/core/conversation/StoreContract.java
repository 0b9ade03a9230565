package dev.tiller.core.conversation;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Mode;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.decide.RunCards;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store must do.
public interface StoreContract
    extends QuestionStoreContract,
        QueueStoreContract,
        SettingStoreContract,
        DraftStoreContract,
        EnclosureStoreContract,
        FeedbackStoreContract,
        WaitingStoreContract {

  /// A store that other tests may use at the same time.
  @Override
  Store store();

  /// A name nobody has used.
  default String fresh() {
    return UUID.randomUUID().toString();
  }

  /// A process with a lease.
  default String replica() {
    var name = fresh();
    store().replicas().renew(name, Duration.ofMinutes(5));
    return name;
  }

  default Conversation read(Conversation conversation) {
    return store().transact(tx -> tx.lock(conversation.id())).orElseThrow();
  }

  default NewWork work(String lane, UUID conversation, String subject) {
    return new NewWork(lane, WorkKind.REACT, conversation, subject, NOON);
  }

  default void add(NewWork... work) {
    store()
        .transact(tx -> {
          List.of(work).forEach(tx::add);
          return work;
        });
  }

  /// What a process gets of the work about one conversation. The rest is given back.
  default List<WorkItem> take(String replica, UUID conversation) {
    var taken = store().work().take(replica, 1000, NOON);
    taken.stream()
        .filter(item -> !item.conversation().equals(conversation))
        .forEach(item -> store().work().again(item, NOON, item.unsure()));
    return taken.stream().filter(item -> item.conversation().equals(conversation)).toList();
  }

  @Test
  default void aClaimIsTakenOnce() {
    var key = fresh();

    boolean first = store().transact(tx -> tx.claims().take(key));
    boolean second = store().transact(tx -> tx.claims().take(key));

    assertThat(List.of(first, second)).containsExactly(true, false);
  }

  @Test
  default void aClaimThatIsGivenBackCanBeTakenAgain() {
    var key = fresh();
    var other = fresh();
    for (var claimed : List.of(key, other)) {
      store().<Boolean>transact(tx -> tx.claims().take(claimed));
    }

    store()
        .transact(tx -> {
          tx.claims().release(key);
          return key;
        });

    assertThat(store().<Boolean>transact(tx -> tx.claims().take(key))).isTrue();
    assertThat(store().<Boolean>transact(tx -> tx.claims().take(other))).isFalse();
  }

  @Test
  default void aClaimKeepsTheLatestTimeThatItWasTakenFor() {
    var key = fresh();
    var later = NOON.plusSeconds(60);

    boolean first = store().transact(tx -> tx.claims().take(key, NOON));
    boolean second = store().transact(tx -> tx.claims().take(key, later));
    boolean third = store().transact(tx -> tx.claims().take(key, NOON.plusSeconds(30)));

    assertThat(List.of(first, second, third)).containsExactly(true, false, false);
    assertThat(store().<Optional<Instant>>transact(tx -> tx.claims().takenAt(key))).contains(later);
    assertThat(store().<Optional<Instant>>transact(tx -> tx.claims().takenAt(fresh()))).isEmpty();
  }

  @Test
  default void aClaimIsFreeAgainWhenItsTransactionFails() {
    var key = fresh();
    assertThatThrownBy(() ->
            store()
                .transact(tx -> {
                  tx.claims().take(key);
                  throw new IllegalStateException("crash");
                }))
        .hasMessageContaining("crash");

    assertThat(store().<Boolean>transact(tx -> tx.claims().take(key))).isTrue();
  }

  @Test
  default void ofManyWhoClaimAtOnceOneWins() throws Exception {
    var key = fresh();
    Callable<Boolean> claim = () -> store().transact(tx -> tx.claims().take(key));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> claim).toList());

      int won = 0;
      for (var result : results) {
        won += result.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  default void aThreadIsOneConversationHoweverManyBeginIt() throws Exception {
    var address = newThread();
    Callable<UUID> begin = () -> store().transact(tx -> tx.lock(address).id());

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> begin).toList());

      var first = results.getFirst().get();
      for (var result : results) {
        assertThat(result.get()).isEqualTo(first);
      }
    }
  }

  @Test
  default void whatIsSavedIsReadBackWhole() {
    var finished = Samples.finished();
    var agent = finished.plus(Samples.followUp(finished, RunPhase.WAITING).stopAsked(BEN));

    var saved = began(newThread(), agent);

    assertThat(read(saved)).isEqualTo(saved);
  }

  @Test
  default void optionsOfLaunchesAndFollowUpsAreReadBackWhole() {
    var machine = new LaunchOptions.Place(LaunchOptions.Kind.MACHINE, Optional.of("build-7"));
    var onMachine =
        new LaunchOptions(Optional.empty(), List.of(), false, false, Optional.of(machine));
    var agent = Samples.requested(Samples.everyOption());
    var followUp =
        Run.asked(
            UUID.randomUUID(),
            2,
            BEN,
            Optional.empty(),
            "go on",
            new RunOptions(Optional.of(Mode.AGENT), Optional.of("opus")),
            RunPhase.WAITING,
            NOON);

    var saved = began(newThread(), agent.plus(followUp), Samples.requested(onMachine));

    assertThat(read(saved)).isEqualTo(saved);
  }

  @Test
  default void changesOfAKnownAgentAreSaved() {
    var saved = began(newThread(), Samples.requested());
    var running =
        saved.with(saved.agents().getFirst().launched(new AgentId("bc-9"), Optional.empty()));
    store()
        .transact(tx -> {
          var before = tx.lock(saved.id()).orElseThrow();
          tx.save(before, running);
          return before;
        });

    assertThat(read(saved)).isEqualTo(running);
  }

  @Test
  default void anAgentKeepsTheOwnerItWasGiven() {
    var saved = began(newThread(), Samples.finished());
    var agent = saved.agents().getFirst();
    var given = saved.with(agent.asked(agent.request().ownedBy(BEN)));
    store()
        .transact(tx -> {
          tx.save(tx.lock(saved.id()).orElseThrow(), given);
          return given;
        });

    assertThat(read(saved)).isEqualTo(given);
  }

  @Test
  default void theLastLinesOfAThreadsRecordAreReadNewestFirstWithTheNamesWeKnow() {
    var saved = began(newThread());
    var other = began(newThread());
    store()
        .transact(tx -> {
          tx.named(saved.address().thread(), ANN.id(), "Ann Lee");
          tx.audit().add(Optional.of(saved.id()), ANN, "launch", "a1", "member", NOON);
          tx.audit().add(Optional.of(other.id()), BEN, "launch", "a2", "member", NOON);
          tx.audit().add(Optional.of(saved.id()), BEN, "stop", "r1", "steering=team", NOON);
          return saved;
        });

    var lines = store().transact(tx -> tx.audit().last(saved.id(), 10));

    assertThat(lines).extracting(Recorded::act).containsExactly("stop", "launch");
    assertThat(lines.getLast().actor().name()).isEqualTo("Ann Lee");
    assertThat(lines.getFirst())
        .isEqualTo(
            new Recorded(
                new Person(BEN.id(), BEN.id(), BEN.name()), "stop", "r1", "steering=team", NOON));
    assertThat(store().<Integer>transact(tx -> tx.audit().last(saved.id(), 1).size())).isEqualTo(1);
  }

  @Test
  default void theNewestRouteOfAThreadIsKept() {
    var address = newThread();
    began(address);

    var moved = began(new Address(address.thread(), "https://other.example.com/"));

    assertThat(read(moved).address().route()).isEqualTo("https://other.example.com/");
  }

  @Test
  default void whatWasKnownOfARouteIsKeptWhenLessIsTold() {
    var thread = newThread().thread();
    began(new Address(thread, "https://one.example.com/ team=7"));

    var less = began(new Address(thread, "https://one.example.com/"));
    assertThat(less.address().route()).isEqualTo("https://one.example.com/ team=7");
    assertThat(read(less).address().route()).isEqualTo("https://one.example.com/ team=7");

    var moved = began(new Address(thread, "https://one.example.com"));
    assertThat(read(moved).address().route()).isEqualTo("https://one.example.com");
  }

  @Test
  default void conversationsAreFoundByTheirAgentsAndRuns() {
    var agent = Samples.requested();
    var saved = began(newThread(), agent);

    assertThat(store().<Optional<UUID>>transact(tx -> tx.conversationOfAgent(agent.id())))
        .contains(saved.id());
    assertThat(store().<Optional<UUID>>transact(tx -> tx.conversationOfRun(agent.firstRun().id())))
        .contains(saved.id());
    assertThat(store().<Optional<UUID>>transact(tx -> tx.conversationOfRun(UUID.randomUUID())))
        .isEmpty();
  }

  @Test
  default void agentsAreListedForTheirOwnerNewestFirst() {
    var address = new Address(new ChatThread(Platform.SLACK, fresh(), "C1", "1"), "");
    var older = Samples.requested();
    var newer =
        new Agent(
            UUID.randomUUID(),
            2,
            older.request(),
            LaunchState.REQUESTED,
            older.serviceId(),
            older.page(),
            older.calledAt(),
            List.of(Samples.firstRun()));
    began(address, older, newer);

    var lines =
        store()
            .transact(
                tx -> tx.agents(address.thread(), new AgentScope.Own(ANN), ListFilter.ANY, 0, 10));

    assertThat(lines).extracting(line -> line.agent().number()).containsExactly(2, 1);
    assertThat(
            store()
                .<List<AgentLine>>transact(tx ->
                    tx.agents(address.thread(), new AgentScope.Own(BEN), ListFilter.ANY, 0, 10)))
        .isEmpty();
  }

  @Test
  default void ofALaneOnlyTheOldestPieceIsTaken() {
    var conversation = began(newThread());
    var lane = fresh();
    add(work(lane, conversation.id(), "first"), work(lane, conversation.id(), "second"));
    var me = replica();

    var taken = take(me, conversation.id());
    assertThat(taken).extracting(WorkItem::subject).containsExactly("first");
    assertThat(take(me, conversation.id())).isEmpty();

    store()
        .transact(tx -> {
          tx.done(taken.getFirst());
          return taken;
        });
    assertThat(take(me, conversation.id())).extracting(WorkItem::subject).containsExactly("second");
  }

  @Test
  default void lanesDoNotWaitForEachOther() {
    var conversation = began(newThread());
    add(work(fresh(), conversation.id(), "one"), work(fresh(), conversation.id(), "other"));

    assertThat(take(replica(), conversation.id())).hasSize(2);
  }

  @Test
  default void workIsNotTakenBeforeItIsDue() {
    var conversation = began(newThread());
    add(new NewWork(fresh(), WorkKind.REACT, conversation.id(), "later", NOON.plusSeconds(60)));

    assertThat(take(replica(), conversation.id())).isEmpty();
  }

  @Test
  default void workOfALivingProcessIsNotTakenByAnother() {
    var conversation = began(newThread());
    add(work(fresh(), conversation.id(), "mine"));
    take(replica(), conversation.id());

    assertThat(take(replica(), conversation.id())).isEmpty();
  }

  @Test
  default void workOfADeadProcessIsTakenOverAsUnsure() {
    var conversation = began(newThread());
    add(work(fresh(), conversation.id(), "left behind"));
    var dead = replica();
    var first = take(dead, conversation.id());
    store().replicas().leave(dead);

    var second = take(replica(), conversation.id());

    assertThat(first).extracting(WorkItem::unsure).containsExactly(false);
    assertThat(second).extracting(WorkItem::unsure).containsExactly(true);
    assertThat(second).extracting(WorkItem::attempt).containsExactly(2);
  }

  @Test
  default void aProcessThatLostItsWorkCannotFinishIt() {
    var conversation = began(newThread());
    add(work(fresh(), conversation.id(), "left behind"));
    var dead = replica();
    var lost = take(dead, conversation.id()).getFirst();
    store().replicas().leave(dead);
    var heir = replica();
    var held = take(heir, conversation.id()).getFirst();

    store()
        .transact(tx -> {
          tx.done(lost);
          return lost;
        });
    store().work().again(held, NOON, false);

    assertThat(take(heir, conversation.id())).hasSize(1);
  }

  @Test
  default void whatWasGivenBackSaysWhetherItMayHaveHadItsEffect() {
    var conversation = began(newThread());
    add(work(fresh(), conversation.id(), "again"));
    var me = replica();

    store().work().again(take(me, conversation.id()).getFirst(), NOON, false);
    var harmless = take(me, conversation.id()).getFirst();
    store().work().again(harmless, NOON, true);
    var unsure = take(me, conversation.id()).getFirst();

    assertThat(harmless.unsure()).isFalse();
    assertThat(unsure.unsure()).isTrue();
    assertThat(unsure.attempt()).isEqualTo(3);
  }

  @Test
  default void workThatItsOwnerKnowsNothingOfIsFreed() {
    var conversation = began(newThread());
    add(work(fresh(), conversation.id(), "known"), work(fresh(), conversation.id(), "unknown"));
    var me = replica();
    var known = take(me, conversation.id()).getFirst();

    store().work().release(me, Set.of(known.id()));

    assertThat(take(me, conversation.id()))
        .extracting(WorkItem::subject)
        .containsExactly("unknown");
  }

  @Test
  default void aLateDeliveryDoesNotTakeBackANewerOne() {
    var conversation = began(newThread());
    var key = fresh();
    want(conversation, key, "one");
    var me = replica();
    var item = take(me, conversation.id()).getFirst();
    var id = UUID.fromString(item.subject());

    store()
        .transact(tx -> {
          tx.outbox().delivered(id, "new", 2);
          tx.outbox().delivered(id, "late", 1);
          return id;
        });

    assertThat(message(item).delivered()).isEqualTo(2);
    assertThat(message(item).ref().orElseThrow().id()).isEqualTo("new");
  }

  @Test
  default void theCharacterThatPostgresqlRefusesIsReplaced() {
    var agent = Samples.requested();
    var odd =
        agent.withRuns(
            List.of(
                Run.asked(
                    UUID.randomUUID(), 1, ANN, Optional.empty(), "a\0b", RunPhase.STARTING, NOON)));

    var saved = began(newThread(), odd);

    assertThat(read(saved).agents().getFirst().firstRun().prompt()).isEqualTo("a\uFFFDb");
  }

  @Test
  default void aFailureDoesNotTellWhatWasToBeWritten() {
    var thread = newThread().thread();
    var tooLong = "rename the customer table ".repeat(20);

    assertThatThrownBy(() ->
            store()
                .transact(tx -> {
                  tx.named(thread, "U1", tooLong);
                  return tooLong;
                }))
        .extracting(StoreContract::trace)
        .asString()
        .contains("SQLSTATE 22001")
        .doesNotContain("customer");
  }

  private static String trace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  default void noPieceIsTakenByTwoProcesses() throws Exception {
    var conversation = began(newThread());
    for (int i = 0; i < 20; i++) {
      add(work(fresh(), conversation.id(), "piece " + i));
    }
    var replicas = IntStream.range(0, 4).mapToObj(_ -> replica()).toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var takers =
          replicas.stream()
              .<Callable<List<WorkItem>>>map(each -> () -> store().work().take(each, 1000, NOON))
              .toList();
      int taken = 0;
      for (var result : threads.invokeAll(takers)) {
        taken +=
            (int)
                result.get().stream()
                    .filter(item -> item.conversation().equals(conversation.id()))
                    .count();
      }
      assertThat(taken).isEqualTo(20);
    } finally {
      replicas.forEach(store().replicas()::leave);
    }
  }

  @Test
  default void aWantedMessageIsWorkOnceUntilItIsDelivered() {
    var conversation = began(newThread());
    var key = fresh();
    want(conversation, key, "one");
    want(conversation, key, "two");
    var me = replica();

    var item = take(me, conversation.id()).getFirst();
    var message = message(item);
    assertThat(message.post().fallback()).isEqualTo("two");
    assertThat(message.revision()).isEqualTo(2);
    store()
        .transact(tx -> {
          tx.outbox().delivered(message.id(), "ts1", message.revision());
          tx.done(item);
          return item;
        });
    assertThat(take(me, conversation.id())).isEmpty();

    want(conversation, key, "two");
    assertThat(take(me, conversation.id())).isEmpty();
    want(conversation, key, "three");
    assertThat(take(me, conversation.id())).hasSize(1);
  }

  @Test
  default void anAbandonedMessageIsNeverWorkAgain() {
    var conversation = began(newThread());
    var key = fresh();
    want(conversation, key, "one");
    var me = replica();
    var item = take(me, conversation.id()).getFirst();
    store()
        .transact(tx -> {
          tx.outbox().abandoned(UUID.fromString(item.subject()), "channel_not_found");
          tx.done(item);
          return item;
        });

    want(conversation, key, "two");

    assertThat(take(me, conversation.id())).isEmpty();
  }

  @Test
  default void aCardIsReadBackAsItWasWritten() {
    var agent = Samples.finished();
    var card = RunCards.card(agent, agent.firstRun());
    var conversation = began(newThread(), agent);
    store()
        .transact(tx -> {
          tx.outbox().want(conversation, fresh(), card);
          return card;
        });

    var item = take(replica(), conversation.id()).getFirst();

    assertThat(message(item).post()).isEqualTo(card);
  }

  @Test
  default void aRunningRunIsWatchedByOneLivingProcess() {
    var agent = Samples.running();
    began(newThread(), agent);
    var first = replica();
    var second = replica();

    assertThat(adopted(first)).contains(agent.firstRun().id());
    assertThat(adopted(second)).doesNotContain(agent.firstRun().id());
    store().replicas().leave(first);
    assertThat(adopted(second)).contains(agent.firstRun().id());
  }

  @Test
  default void aProcessThatHandsOverLeavesItsRunsAndKeepsItsWork() {
    var agent = Samples.running();
    var conversation = began(newThread(), agent);
    var first = replica();
    adopted(first);
    want(conversation, "card", "wanted");
    assertThat(take(first, conversation.id())).hasSize(1);

    store().replicas().handOver(first);

    var second = replica();
    assertThat(adopted(second)).contains(agent.firstRun().id());
    assertThat(take(second, conversation.id())).isEmpty();
  }

  @Test
  default void aRunThatItsWatcherForgotIsTakenUpAgain() {
    var agent = Samples.running();
    began(newThread(), agent);
    var me = replica();
    adopted(me);

    assertThat(adopted(me)).contains(agent.firstRun().id());
    assertThat(
            store().replicas().adopt(me, Set.of(agent.firstRun().id()), 1000).stream()
                .map(Replicas.WatchedRun::run))
        .doesNotContain(agent.firstRun().id());
  }

  @Test
  default void onlyRunningRunsAreWatched() {
    var agent = Samples.finished();
    began(newThread(), agent);

    assertThat(adopted(replica())).doesNotContain(agent.firstRun().id());
  }

  private List<UUID> adopted(String replica) {
    return store().replicas().adopt(replica, Set.of(), 1000).stream()
        .map(Replicas.WatchedRun::run)
        .toList();
  }

  private void want(Conversation conversation, String key, String text) {
    store()
        .transact(tx -> {
          tx.outbox().want(conversation, key, Samples.notice(text));
          return text;
        });
  }

  private OutgoingMessage message(WorkItem item) {
    return store().transact(tx -> tx.outbox().find(UUID.fromString(item.subject()))).orElseThrow();
  }
}
