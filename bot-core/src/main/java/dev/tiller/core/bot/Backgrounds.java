package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Recorded;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.FeedbackCard;
import dev.tiller.core.decide.Moment;
import dev.tiller.core.decide.OnName;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.decide.Surroundings;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.settings.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What messages and clicks are decided by. Reads stored state only.
final class Backgrounds {

  /// So many lines of the record are looked at.
  private static final int RECORDED = 40;

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
  Surroundings of(
      Transaction tx, Conversation conversation, Person person, Known its, Moment moment) {
    var thread = conversation.address().thread();
    var preferences = tx.settings().preferences(thread, person);
    return new Surroundings(
        () -> background(tx, thread, person, its, preferences, moment),
        () -> settings.about(tx, thread, person, its),
        preferences,
        settings.rules(tx, thread, preferences),
        moment,
        new Surroundings.Memory(
            message -> tx.runOfMessage(thread, message.id()),
            () -> tx.runsAtWork(thread, person, moment.now()).size(),
            () -> record(tx, conversation, person),
            () -> tx.feedback(Optional.of(thread), FeedbackCard.MOST)));
  }

  /// What was decided lately, by people whose names we know from the platform or the thread.
  private static List<Recorded> record(Transaction tx, Conversation conversation, Person reader) {
    return tx.audit().last(conversation.id(), reader, RECORDED).stream()
        .map(line -> line.actor().nameless() ? named(tx, conversation, line) : line)
        .toList();
  }

  private static Recorded named(Transaction tx, Conversation conversation, Recorded line) {
    var actor = line.actor();
    return OnName.participant(conversation, actor.id())
        .or(() ->
            tx.nameOf(conversation.address().thread(), actor.id())
                .map(name -> new Person(actor.id(), actor.handle(), name)))
        .map(line::by)
        .orElse(line);
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
