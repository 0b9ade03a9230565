package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Moment;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Recent;
import java.util.function.Supplier;

/// What requests go by. Reads stored state only.
final class Backgrounds {

  private final Supplier<Known> known;
  private final Rules rules;

  /// @param known what the service last said, without asking it. Not called within a transaction:
  ///   it may read the database itself
  Backgrounds(Supplier<Known> known, Rules rules) {
    this.known = known;
    this.rules = rules;
  }

  Known known() {
    return known.get();
  }

  Background of(Transaction tx, ChatThread thread, Person person, Known its, Moment moment) {
    return new Background(
        tx.preferences(thread, person),
        tx.recent(thread, person, moment.now().minus(Recent.REACH)),
        rules.defaultRepository(),
        its,
        moment.now());
  }
}
