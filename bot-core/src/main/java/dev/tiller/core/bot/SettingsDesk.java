package dev.tiller.core.bot;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.OnSettings;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.decide.SettingKey;
import dev.tiller.core.decide.SettingsCase;
import dev.tiller.core.decide.SettingsForm;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Brings together what settings are decided by, and answers clicks and forms about them.
final class SettingsDesk {

  private static final int NAMES = 3;

  private final Intake intake;
  private final Rules rules;
  private final Supplier<Reviewed> reviewed;

  SettingsDesk(Intake intake, Rules rules, Supplier<Reviewed> reviewed) {
    this.intake = intake;
    this.rules = rules;
    this.reviewed = reviewed;
  }

  /// The rules as people of a channel want them.
  Rules rules(Transaction tx, ChatThread thread, Person person) {
    return rules(tx, thread, tx.settings().preferences(thread, person));
  }

  /// @param preferences that hold in the thread
  Rules rules(Transaction tx, ChatThread thread, Preferences preferences) {
    var its = rules.under(preferences);
    return its.naming(names(tx, thread, Stream.of(its.steering())));
  }

  private static Map<String, String> names(
      Transaction tx, ChatThread thread, Stream<Steering> steering) {
    var names = new HashMap<String, String>();
    steering
        .filter(Steering.People.class::isInstance)
        .flatMap(its -> ((Steering.People) its).ids().stream())
        .distinct()
        .forEach(id -> tx.nameOf(thread, id).ifPresent(name -> names.put(id, name)));
    return names;
  }

  /// All who are listed where settings bear on a person.
  private static Stream<Steering> lists(Preferences preferences) {
    return Stream.of(preferences.channel(), preferences.workspace())
        .flatMap(its -> its.etiquette().followUps().stream());
  }

  /// Does something whose texts one person reads, in this person's language.
  <T> T speaking(Transaction tx, ChatThread thread, Person person, Supplier<T> body) {
    return Texts.in(tx.settings().preferences(thread, person).language(), body);
  }

  /// @param known what the service has told of, read outside of the transaction
  SettingsCase about(Transaction tx, ChatThread thread, Person person, Known known) {
    var file = reviewed.get();
    var chosen = tx.settings().chosen(thread, person);
    return new SettingsCase(
        thread,
        named(tx, thread, person),
        chosen,
        file,
        rules,
        known.repositories(),
        known.models(),
        adminNames(tx, thread, file),
        names(tx, thread, lists(file.over(chosen, thread, person))));
  }

  private static Person named(Transaction tx, ChatThread thread, Person person) {
    var name = person.nameless() ? tx.nameOf(thread, person.id()) : Optional.<String>empty();
    return new Person(person.id(), person.handle(), name.orElse(person.name()));
  }

  private static List<String> adminNames(Transaction tx, ChatThread thread, Reviewed file) {
    return file.admins().stream()
        .filter(admin -> admin.platform() == thread.platform())
        .map(Admin::id)
        .sorted()
        .limit(NAMES)
        .flatMap(id -> tx.nameOf(thread, id).stream())
        .toList();
  }

  /// What a click on a button that changes settings says to the person; empty for other buttons.
  Optional<Receipt> action(Transaction tx, Action action, Known known) {
    return SettingKey.parse(action.key())
        .map(key -> {
          var the = about(tx, action.address().thread(), action.actor(), known);
          var before = tx.lock(action.address());
          var decision = OnSettings.clicked(before, key, the, intake.moment());
          intake.store(tx, before, decision);
          return new Receipt(decision.note());
        });
  }

  /// The form behind a button; empty for other buttons.
  Optional<Answer> form(Transaction tx, Action action, Known known) {
    return SettingKey.parse(action.key())
        .map(key ->
            SettingsForm.open(
                key,
                about(tx, action.address().thread(), action.actor(), known),
                UUID.randomUUID().toString()));
  }

  /// What a sent form says to the person; empty for other forms.
  Optional<Receipt> form(Transaction tx, FormSubmission form, Known known) {
    return SettingKey.parse(form.key())
        .map(key -> {
          var the = about(tx, form.address().thread(), form.actor(), known);
          return the.home() ? atHome(tx, key, form, the) : inThread(tx, key, form, the);
        });
  }

  private Receipt atHome(Transaction tx, SettingKey key, FormSubmission form, SettingsCase the) {
    var outcome = OnSettings.submittedAtHome(key, form, the);
    intake.store(tx, outcome.effects());
    return Receipt.note(outcome.note());
  }

  private Receipt inThread(Transaction tx, SettingKey key, FormSubmission form, SettingsCase the) {
    var before = tx.lock(form.address());
    var decision = OnSettings.submitted(before, key, form, the, intake.moment());
    intake.store(tx, before, decision);
    return new Receipt(decision.note());
  }

  List<Choice> choices(ChoiceQuery query, Known known) {
    return intake.read(tx ->
        SettingKey.parse(query.key()).map(key -> choices(tx, query, key, known)).orElse(List.of()));
  }

  private List<Choice> choices(Transaction tx, ChoiceQuery query, SettingKey key, Known known) {
    var thread = query.address().thread();
    return speaking(
        tx,
        thread,
        query.asker(),
        () ->
            SettingsForm.choices(
                about(tx, thread, query.asker(), known), key, query.field(), query.typed()));
  }
}
