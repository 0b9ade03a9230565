package dev.tiller.core.bot;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.OnDraft;
import dev.tiller.core.decide.Opening;
import dev.tiller.core.decide.RunForms;
import dev.tiller.core.decide.Sending;
import dev.tiller.core.decide.Surroundings;
import dev.tiller.core.decide.Verbs;
import dev.tiller.core.routing.Known;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Answers what must be answered within a platform's reply, from stored state only.
final class Inquiries implements Ask {

  private final Intake intake;
  private final Backgrounds backgrounds;
  private final SettingsDesk settings;
  private final HomePage home;

  Inquiries(Intake intake, Backgrounds backgrounds, SettingsDesk settings, HomePage home) {
    this.intake = intake;
    this.backgrounds = backgrounds;
    this.settings = settings;
    this.home = home;
  }

  @Override
  public Answer form(Action action) {
    var nonce = UUID.randomUUID().toString();
    var known = backgrounds.known();
    return intake.read(tx ->
        settings.speaking(
            tx,
            action.address().thread(),
            action.actor(),
            () ->
                settings
                    .form(tx, action, known)
                    .or(() ->
                        Target.run(tx, action.address(), action.key())
                            .map(target -> form(tx, target, action, known, nonce)))
                    .orElseGet(() -> new Answer.Refuse(Bot.unknownCard()))));
  }

  private Answer form(
      Transaction tx, Target.OfRun target, Action action, Known known, String nonce) {
    var around = backgrounds.of(tx, target.conversation(), action.actor(), known, intake.moment());
    return inTheirLanguage(
        around,
        () ->
            RunForms.open(
                new Opening(
                    target.conversation(),
                    target.run(),
                    action.actor(),
                    action.key(),
                    known,
                    around.rules(),
                    nonce)));
  }

  /// What bears on a person in a thread that need not be known yet.
  private Surroundings around(Transaction tx, Address place, Person person, Known known) {
    var conversation =
        tx.lockKnown(place).orElseGet(() -> new Conversation(UUID.randomUUID(), place, List.of()));
    return backgrounds.of(tx, conversation, person, known, intake.moment());
  }

  /// What only one person reads is in that person's language.
  private static Answer inTheirLanguage(Surroundings around, Supplier<Answer> answer) {
    return Texts.in(around.preferences().language(), answer);
  }

  @Override
  public Answer form(Shortcut shortcut) {
    var nonce = UUID.randomUUID().toString();
    var known = backgrounds.known();
    return intake.read(tx -> {
      var around = around(tx, shortcut.address(), shortcut.actor(), known);
      var its = shortcut.from(named(tx, shortcut));
      return inTheirLanguage(around, () -> form(tx, its, around, nonce));
    });
  }

  private static Person named(Transaction tx, Shortcut shortcut) {
    var author = shortcut.author();
    return tx.nameOf(shortcut.address().thread(), author.id())
        .filter(_ -> author.nameless())
        .map(name -> new Person(author.id(), author.handle(), name))
        .orElse(author);
  }

  private static Answer form(Transaction tx, Shortcut shortcut, Surroundings around, String nonce) {
    if (shortcut.outsider()) {
      return new Answer.Refuse(Sending.outsider());
    }
    var asked =
        tx.runOfMessage(shortcut.address().thread(), shortcut.message())
            .flatMap(run -> Target.run(tx, shortcut.address(), run));
    return switch (shortcut.kind()) {
      case SEND ->
          Sending.open(
              shortcut, asked.flatMap(Target.OfRun::agent), around.background().get(), nonce);
      case FOLLOW_UP ->
          asked
              .map(its ->
                  RunForms.open(
                      new Opening(
                          its.conversation(),
                          its.run(),
                          shortcut.actor(),
                          its.key(Verbs.FOLLOW_UP),
                          around.background().get().known(),
                          around.rules(),
                          nonce)))
              .orElseGet(() -> new Answer.Refuse(Sending.notARequest()));
    };
  }

  @Override
  public List<Choice> choices(ChoiceQuery query) {
    var known = backgrounds.known();
    return switch (query.key().verb()) {
      case Verbs.SETTINGS -> settings.choices(query, known);
      case Verbs.LAUNCH -> Sending.choices(query, known);
      default ->
          intake.read(tx ->
              Target.of(tx, query.address(), query.key())
                  .map(target -> choices(tx, target, query, known))
                  .orElseGet(List::of));
    };
  }

  private List<Choice> choices(Transaction tx, Target target, ChoiceQuery query, Known known) {
    return switch (target) {
      case Target.OfDraft(_, var draft, _) ->
          OnDraft.choices(draft, query.asker(), known, query.typed());
      case Target.OfRun(var conversation, var run) ->
          RunForms.choices(
              conversation,
              run,
              query,
              known,
              settings.rules(tx, query.address().thread(), query.asker()));
      case Target.OfQuestion _, Target.OfFiles _ -> List.of();
    };
  }

  @Override
  public Card home(Address page, Person visitor) {
    return home.open(page, visitor);
  }
}
