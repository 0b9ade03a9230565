package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Command;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.decide.SettingChanges.Done;
import dev.tiller.core.decide.SettingChanges.Doubtful;
import dev.tiller.core.decide.SettingChanges.Outcome;
import dev.tiller.core.decide.SettingChanges.Refused;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What looks at settings and changes of them lead to.
public final class OnSettings {

  private static final String ACT = "settings";

  private OnSettings() {}

  /// A message. Without a scope it is about the channel, in a direct chat about the person.
  public static Decision said(
      Conversation conversation, InboundMessage message, Command.Settings asked, SettingsCase the) {
    if (asked.changes().isEmpty()) {
      var card =
          asked
              .scope()
              .map(scope -> SettingsCards.own(the, scope))
              .orElseGet(() -> SettingsCards.effective(the));
      return OnMessage.say(conversation, message, card);
    }
    var usual = message.place() == Place.DIRECT ? Scope.PERSON : Scope.CHANNEL;
    var scope = asked.scope().orElse(usual);
    var lists = SteeringLists.resolved(asked.changes(), message.addressing().others());
    if (lists.trouble().isPresent()) {
      return OnMessage.say(conversation, message, Replies.text(lists.trouble().get()));
    }
    var known = the.naming(lists.names());
    return switch (SettingChanges.of(known, scope, lists.changes(), false)) {
      case Done done ->
          Decision.of(
              conversation,
              plus(
                  done.effects(),
                  new Effect.Say(OnMessage.answerKey(conversation, message), answer(scope, done))));
      case Refused(var rule, var text) ->
          OnMessage.refuse(conversation, message, ACT, rule, Replies.text(text));
      case Doubtful doubt ->
          OnMessage.say(conversation, message, SettingsCards.doubt(scope, doubt));
    };
  }

  /// A click on the button that a question back has: the value is meant as it is.
  public static Decision clicked(
      Conversation conversation, SettingKey key, SettingsCase the, Moment moment) {
    var outcome = SettingChanges.of(the, key.scope(), key.changes(), true);
    return outcome instanceof Done done && done.changed()
        ? shown(conversation, key.scope(), done, the, moment)
        : Decision.of(conversation, refusal(key.scope(), outcome, the)).noting(outcome.text());
  }

  /// A form that was sent from a thread. A change of what holds for others is shown to them.
  public static Decision submitted(
      Conversation conversation,
      SettingKey key,
      FormSubmission form,
      SettingsCase the,
      Moment moment) {
    var outcome = outcome(key, form, the);
    return outcome instanceof Done done && done.changed() && key.scope() != Scope.PERSON
        ? shown(conversation, key.scope(), done, the, moment)
        : Decision.of(conversation, effects(key, outcome, the)).noting(outcome.text());
  }

  /// A form that was sent from the bot's own page, where there is no conversation.
  ///
  /// @param effects need none
  public record AtHome(List<Effect> effects, String note) {}

  /// A form that was sent from the bot's own page.
  public static AtHome submittedAtHome(SettingKey key, FormSubmission form, SettingsCase the) {
    var outcome = outcome(key, form, the);
    return new AtHome(effects(key, outcome, the), outcome.text());
  }

  private static Outcome outcome(SettingKey key, FormSubmission form, SettingsCase the) {
    return the.scopes().contains(key.scope())
        ? SettingChanges.of(the, key.scope(), SettingsForm.changes(form, key), false)
        : new Refused("no such place", Texts.get("setting.no-channel"));
  }

  private static List<Effect> effects(SettingKey key, Outcome outcome, SettingsCase the) {
    return outcome instanceof Done done ? done.effects() : refusal(key.scope(), outcome, the);
  }

  /// What is kept of a refusal.
  static List<Effect> refusal(Scope scope, Outcome outcome, SettingsCase the) {
    return outcome instanceof Refused(var rule, _)
        ? List.of(
            new Effect.Audit(
                the.person(), ACT + " refused", scope.word() + " " + the.key(scope).id(), rule))
        : List.of();
  }

  private static Decision shown(
      Conversation conversation, Scope scope, Done done, SettingsCase the, Moment moment) {
    var key = "settings/" + conversation.id() + "/" + moment.newId();
    var name = the.person().name();
    var post =
        Texts.in(
            done.language(),
            () -> notice(scope, Texts.get("setting.changed-by", name, done.text())));
    return Decision.of(conversation, plus(done.effects(), new Effect.Say(key, post)));
  }

  private static Post answer(Scope scope, Done done) {
    return Texts.in(done.language(), () -> notice(scope, done.text()));
  }

  private static Post notice(Scope scope, String text) {
    var edit = new Button.OpenForm(Texts.get("setting.edit"), SettingKey.form(scope));
    return new Notice(Optional.empty(), RichText.plain(text), List.of(edit));
  }

  private static List<Effect> plus(List<Effect> effects, Effect last) {
    var all = new ArrayList<>(effects);
    all.add(last);
    return all;
  }
}
