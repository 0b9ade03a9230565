package dev.tiller.core.bot;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.OnAction;
import dev.tiller.core.decide.OnDraft;
import dev.tiller.core.decide.OnFiles;
import dev.tiller.core.decide.OnQuestion;
import dev.tiller.core.decide.RunForms;
import dev.tiller.core.decide.Sending;
import dev.tiller.core.decide.StopAll;
import dev.tiller.core.decide.Submitted;
import dev.tiller.core.decide.Surroundings;
import dev.tiller.core.decide.Verbs;
import dev.tiller.core.routing.Known;
import dev.tiller.core.text.Texts;
import java.util.Optional;

/// Takes in clicks, choices and forms.
final class Clicks {

  private final Intake intake;
  private final Backgrounds backgrounds;
  private final SettingsDesk settings;

  Clicks(Intake intake, Backgrounds backgrounds, SettingsDesk settings) {
    this.intake = intake;
    this.backgrounds = backgrounds;
    this.settings = settings;
  }

  Receipt action(Action action) {
    var known = backgrounds.known();
    return intake.take(tx ->
        settings.speaking(
            tx,
            action.address().thread(),
            action.actor(),
            () ->
                settings
                    .action(tx, action, known)
                    .or(() ->
                        Target.of(tx, action.address(), action.key())
                            .map(target -> act(tx, target, action, known)))
                    .orElseGet(() -> Receipt.note(Bot.unknownCard()))));
  }

  private Receipt act(Transaction tx, Target target, Action action, Known known) {
    var actor = intake.named(tx, target.conversation(), action.actor());
    var around = backgrounds.of(tx, target.conversation(), actor, known, intake.moment());
    var decision = decide(tx, target, action, actor, around);

    intake.store(tx, target.conversation(), decision);
    return new Receipt(decision.note());
  }

  private Decision decide(
      Transaction tx, Target target, Action action, Person actor, Surroundings around) {
    return switch (target) {
      case Target.OfQuestion(var conversation, var question, var key)
          when question.topic() == Topic.STOP_ALL ->
          StopAll.clicked(conversation, question, key, actor, around);
      case Target.OfQuestion(var conversation, var question, var key) ->
          OnQuestion.clicked(conversation, question, key, actor, around.rules(), around.moment());
      case Target.OfDraft(var conversation, var draft, var key) ->
          OnDraft.clicked(
              conversation,
              draft.by(intake.named(tx, conversation, draft.message().author())),
              key,
              action.value().or(key::value),
              actor,
              around);
      case Target.OfFiles(var conversation, var question, var key) ->
          OnFiles.clicked(
              conversation, question, key, tx.claims().take(key.claim()), actor, around.moment());
      case Target.OfRun of when of.pending(tx, action.key().verb()) ->
          Decision.note(of.conversation(), Texts.get("question.under-way"));
      case Target.OfRun(var conversation, var run) ->
          OnAction.decide(conversation, run, action.by(actor), around.rules(), around.moment());
    };
  }

  Receipt form(FormSubmission form) {
    var known = backgrounds.known();
    return intake.take(tx ->
        tx.claims().take("form/" + form.nonce())
            ? settings.speaking(
                tx,
                form.address().thread(),
                form.actor(),
                () ->
                    settings
                        .form(tx, form, known)
                        .or(() -> launch(tx, form, known))
                        .or(() ->
                            Target.run(tx, form.address(), form.key())
                                .map(target -> submit(tx, target, form, known)))
                        .orElseGet(() -> Receipt.note(Bot.unknownCard())))
            : Receipt.SILENT);
  }

  /// A request that was sent from a message's menu; it may begin the conversation. Empty for other
  /// forms.
  private Optional<Receipt> launch(Transaction tx, FormSubmission form, Known known) {
    return form.key().verb().equals(Verbs.LAUNCH)
        ? Optional.of(launched(tx, form, known))
        : Optional.empty();
  }

  private Receipt launched(Transaction tx, FormSubmission form, Known known) {
    var before = tx.lock(form.address());
    var its = form.by(intake.named(tx, before, form.actor()));
    var around = backgrounds.of(tx, before, its.actor(), known, intake.moment());
    var now = before.with(before.manner().speaking(around.preferences().language()));
    var decision = Intake.speaking(now, () -> Sending.submitted(now, its, around));
    intake.store(tx, before, decision);
    return new Receipt(decision.note());
  }

  private Receipt submit(Transaction tx, Target.OfRun target, FormSubmission form, Known known) {
    var conversation = target.conversation();
    var its = form.by(intake.named(tx, conversation, form.actor()));
    var around = backgrounds.of(tx, conversation, its.actor(), known, intake.moment());
    var sent = new Submitted(conversation, target.run(), its, around);
    var decision = RunForms.submitted(sent);
    intake.store(tx, conversation, decision);
    return new Receipt(decision.note());
  }
}
