package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.FeedbackCard;
import dev.tiller.core.decide.Moment;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.decide.Surroundings;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.settings.Preferences;
import java.util.Optional;
import java.util.function.Supplier;

/// What messages and clicks are decided by. Reads stored state only.
final class Backgrounds {

  private final Supplier<Known> known;
  private final Rules rules;
  private final SettingsDesk settings;

  /// @param known what the service last said, without asking it. Not called within a transaction:
  ///   it may read the database itself
  /// @param rules as configured, without anybody's preferences
  Backgrounds(Supplier<Known> known, Rules rules, SettingsDesk settings) {
    this.known = known;
    this.rules = rules;
    this.settings = settings;
  }

  Known known() {
    return known.get();
  }

  /// What bears on a person in a thread.
  Surroundings of(Transaction tx, ChatThread thread, Person person, Known its, Moment moment) {
    var preferences = tx.preferences(thread, person);
    return new Surroundings(
        () -> background(tx, thread, person, its, preferences, moment),
        () -> settings.about(tx, thread, person, its),
        preferences,
        rules.under(preferences),
        moment,
        new Surroundings.Memory(
            message -> tx.runOfMessage(thread, message.id()),
            () -> tx.runsAtWork(thread, person, moment.now()).size(),
            () -> tx.feedback(Optional.of(thread), FeedbackCard.MOST)));
  }

  private Background background(
      Transaction tx,
      ChatThread thread,
      Person person,
      Known its,
      Preferences preferences,
      Moment moment) {
    return new Background(
        preferences,
        tx.recent(thread, person, moment.now().minus(Recent.REACH)),
        rules.defaultRepository(),
        its,
        moment.now());
  }
}
