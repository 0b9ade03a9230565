package dev.tiller.core.bot;

import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Enclosed;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Effect;
import dev.tiller.core.decide.FirstStep;
import dev.tiller.core.decide.FirstStep.Written;
import dev.tiller.core.decide.Moment;
import dev.tiller.core.text.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Stores decisions: the new state and the work it asks for, in one transaction, with no outside
/// call.
final class Intake {

  private final Store store;
  private final InstantSource clock;
  private final Wakeup wakeup;
  private final Connected connected;
  private final Effects effects;

  Intake(Store store, InstantSource clock, Wakeup wakeup, Connected connected) {
    this.store = store;
    this.clock = clock;
    this.wakeup = wakeup;
    this.connected = connected;
    this.effects = new Effects(clock, connected);
  }

  Moment moment() {
    return new Moment(clock.instant(), UUID::randomUUID);
  }

  /// Runs one intake and, once it is committed, wakes whoever has something to do now.
  <T> T take(Function<Transaction, T> body) {
    var result = store.transact(body);
    wakeup.all();
    return result;
  }

  /// Reads what is stored; nobody has more to do because of it.
  <T> T read(Function<Transaction, T> body) {
    return store.transact(body);
  }

  /// Decides about a known conversation, under its lock.
  Decision decide(UUID conversation, BiFunction<Conversation, Moment, Decision> rule) {
    return take(tx -> apply(tx, locked(tx, conversation), rule));
  }

  /// Decides what a piece of work has led to, and takes it off the queue in the same transaction.
  Decision settle(WorkItem item, BiFunction<Conversation, Moment, Decision> rule) {
    return take(tx -> {
      var decision = apply(tx, locked(tx, item.conversation()), rule);
      tx.done(item);
      return decision;
    });
  }

  /// Begins a piece of work: writes down what has to be before the service is asked, and takes the
  /// work off the queue where that was all.
  <N extends FirstStep> N begin(WorkItem item, BiFunction<Conversation, Moment, N> rule) {
    return take(tx -> {
      var before = locked(tx, item.conversation());
      var next = speaking(before, () -> rule.apply(before, moment()));
      switch (next.written()) {
        case Written.Asking(var decision) -> store(tx, before, decision);
        case Written.Ended(var decision) -> {
          store(tx, before, decision);
          tx.done(item);
        }
        case Written.Nothing _ -> {}
      }
      return next;
    });
  }

  void done(WorkItem item) {
    take(tx -> {
      tx.done(item);
      return item;
    });
  }

  static Conversation locked(Transaction tx, UUID conversation) {
    return tx.lock(conversation)
        .orElseThrow(() -> new IllegalStateException("no conversation " + conversation));
  }

  private Decision apply(
      Transaction tx, Conversation before, BiFunction<Conversation, Moment, Decision> rule) {
    var decision = speaking(before, () -> rule.apply(before, moment()));
    store(tx, before, decision);
    return decision;
  }

  /// Decides in the language of a conversation.
  static <T> T speaking(Conversation conversation, Supplier<T> rule) {
    return Texts.in(conversation.manner().language(), rule);
  }

  /// Writes a decision down. The order matters to readers of the thread: cards first, then
  /// messages.
  void store(Transaction tx, Conversation before, Decision decision) {
    var after = decision.after();
    tx.save(before, after);
    Shown.cards(tx, before, after, connected);
    effects.display(tx, before, after);
    decision.effects().forEach(effect -> effects.perform(tx, after, effect));
  }

  /// Writes down what is decided where there is no conversation: changes of settings and their
  /// traces.
  void store(Transaction tx, List<Effect> wanted) {
    wanted.forEach(effect -> effects.perform(tx, effect));
  }

  /// What goes along with a run.
  Enclosed enclosed(Run run) {
    return run.along().receipt().isEmpty()
        ? Enclosed.NOTHING
        : store.transact(tx -> tx.enclosures().of(run.id()));
  }

  /// The person with the name we know; one whose name we do not know is asked for in the
  /// background.
  Person named(Transaction tx, Conversation conversation, Person person) {
    if (!person.nameless()) {
      return person;
    }
    var known = tx.nameOf(conversation.address().thread(), person.id());
    if (known.isEmpty()) {
      effects.findName(tx, conversation, person);
    }
    return new Person(person.id(), person.handle(), known.orElse(person.name()));
  }
}
