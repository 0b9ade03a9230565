package dev.tiller.core.conversation;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What every store must keep of what waits, and of whose runs are at work.
public interface QueueStoreContract {

  /// A store that other tests may use at the same time.
  Store store();

  private static Address in(String workspace) {
    return new Address(
        new ChatThread(Platform.SLACK, workspace, "C1", UUID.randomUUID().toString()), "");
  }

  private Conversation change(Address address, UnaryOperator<Conversation> change) {
    return store()
        .transact(tx -> {
          var before = tx.lock(address);
          var after = change.apply(before);
          tx.save(before, after);
          return after;
        });
  }

  @Test
  default void whatWaitsKeepsItsPlaceItsTextAndItsMessages() {
    var address = in(UUID.randomUUID().toString());
    var running = Samples.running();
    var waiting = Samples.followUp(running, RunPhase.WAITING);
    var later =
        Run.asked(
            UUID.randomUUID(),
            3,
            ANN,
            Optional.of("m99"),
            "and docs",
            RunPhase.WAITING,
            NOON.plusSeconds(5));
    change(address, before -> before.with(running.plus(waiting)));

    var joined =
        change(
            address,
            before ->
                before.withRun(
                    waiting.id(),
                    run ->
                        run.joinedBy(later).in(run.joinedBy(later).turn().at(-3).yielding(true))));

    var read = store().transact(tx -> tx.lock(address));
    assertThat(read.agents()).isEqualTo(joined.agents());
    var run = read.agents().getFirst().waiting().getFirst();
    assertThat(run.prompt()).isEqualTo("also add tests\n\nand docs");
    assertThat(run.messages()).containsExactly("m2", "m99");
    assertThat(run.place()).isEqualTo(-3);
    for (var message : run.messages()) {
      var found = store().transact(tx -> tx.runOfMessage(address.thread(), message));
      assertThat(found).contains(waiting.id());
    }
    var unknown = store().transact(tx -> tx.runOfMessage(address.thread(), "m"));
    assertThat(unknown).isEmpty();
  }

  private UUID atWork(Address address, Person requester, Instant askedAt, boolean stopped) {
    var agent = Samples.running();
    var run =
        Run.asked(
                UUID.randomUUID(), 1, requester, Optional.empty(), "go", RunPhase.STARTING, askedAt)
            .sending(askedAt);
    var its =
        new Agent(
            agent.id(),
            1,
            agent.request(),
            agent.state(),
            agent.serviceId(),
            agent.page(),
            agent.calledAt(),
            List.of(stopped ? run.stopAsked(BEN) : run));
    change(address, before -> before.with(its));
    return run.id();
  }

  @Test
  default void onesOwnRunsAtWorkAreFoundInTheWholeWorkspace() {
    var here = UUID.randomUUID().toString();
    var first = atWork(in(here), ANN, NOON, false);
    var second = atWork(in(here), ANN, NOON.plusSeconds(1), false);
    atWork(in(here), BEN, NOON, false);
    atWork(in(here), ANN, NOON, true);
    atWork(in(here), ANN, NOON.plusSeconds(60), false);
    atWork(in(UUID.randomUUID().toString()), ANN, NOON, false);
    change(in(here), before -> before.with(Samples.finished()));

    var found = store().transact(tx -> tx.runsAtWork(in(here).thread(), ANN, NOON.plusSeconds(2)));

    assertThat(found).containsExactly(first, second);
  }
}
