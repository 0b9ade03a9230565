package dev.tiller.core.bot;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.OnAction;
import dev.tiller.core.decide.OnDraft;
import dev.tiller.core.decide.Switching;
import dev.tiller.core.decide.Verbs;
import dev.tiller.core.routing.Known;
import java.util.List;
import java.util.UUID;

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
    var its = settings.rules(tx, action.address().thread(), action.actor());
    return action.key().verb().equals(Verbs.SWITCH)
        ? Switching.form(target.conversation(), target.run(), action, known, its, nonce)
        : OnAction.form(target.conversation(), target.run(), action, its, nonce);
  }

  @Override
  public Answer form(Shortcut shortcut) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public List<Choice> choices(ChoiceQuery query) {
    var known = backgrounds.known();
    return query.key().verb().equals(Verbs.SETTINGS)
        ? settings.choices(query, known)
        : intake.read(tx ->
            Target.of(tx, query.address(), query.key())
                .map(target -> choices(tx, target, query, known))
                .orElseGet(List::of));
  }

  private List<Choice> choices(Transaction tx, Target target, ChoiceQuery query, Known known) {
    return switch (target) {
      case Target.OfDraft(_, var draft, _) ->
          OnDraft.choices(draft, query.asker(), known, query.typed());
      case Target.OfRun(var conversation, var run) ->
          Switching.choices(
              conversation,
              run,
              query.asker(),
              known,
              settings.rules(tx, query.address().thread(), query.asker()),
              query.typed());
      case Target.OfQuestion _, Target.OfFiles _ -> List.of();
    };
  }

  @Override
  public Card home(Address page, Person visitor) {
    return home.open(page, visitor);
  }
}
