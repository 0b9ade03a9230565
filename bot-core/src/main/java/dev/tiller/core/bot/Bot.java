package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunReports;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.OnAction;
import dev.tiller.core.decide.OnFiles;
import dev.tiller.core.decide.OnMessage;
import dev.tiller.core.decide.OnQuestion;
import dev.tiller.core.decide.OnReport;
import dev.tiller.core.decide.OnSettings;
import dev.tiller.core.decide.OnWords;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.decide.Verbs;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what people and services report. Each method returns when its outcome is on disk.
final class Bot implements Inbox, Ask, RunReports {

  private static final Logger log = LoggerFactory.getLogger(Bot.class);
  private static final String UNKNOWN_CARD = "This card is not known here any more.";
  private static final String UNDER_WAY = "That was asked for already; see the thread.";

  private final Intake intake;
  private final Rules rules;
  private final SettingsDesk settings;

  Bot(Intake intake, Rules rules, SettingsDesk settings) {
    this.intake = intake;
    this.rules = rules;
    this.settings = settings;
  }

  @Override
  public void message(InboundMessage message) {
    var command = Grammar.parse(message.text());
    var listed = settings.listed();
    boolean isNew = intake.take(tx -> take(tx, message, command, listed));
    log.atInfo()
        .addKeyValue("channel", message.address().thread().channel())
        .addKeyValue("message", message.message())
        .addKeyValue("command", command.getClass().getSimpleName())
        .addKeyValue("new", isNew)
        .log("message taken in");
  }

  private boolean take(
      Transaction tx, InboundMessage message, Command command, SettingsDesk.Listed listed) {
    if (!tx.claim(claim(message))) {
      return false;
    }
    if (message.outsider()) {
      tx.seenOutsider(message.address().thread());
    }
    var before = tx.lock(message.address());
    var its = message.by(named(tx, before, message.author()));
    intake.store(tx, before, decide(tx, before, its, command, listed));
    return true;
  }

  private Decision decide(
      Transaction tx,
      Conversation before,
      InboundMessage message,
      Command command,
      SettingsDesk.Listed listed) {
    var thread = message.address().thread();
    if (command instanceof Command.Settings asked && !message.outsider()) {
      var the = settings.about(tx, thread, message.author(), listed);
      return OnSettings.said(before, message, asked, the);
    }
    if (command instanceof Command.Words(var edit) && !message.outsider()) {
      var the = settings.about(tx, thread, message.author(), listed);
      return OnWords.said(before, message, edit, the);
    }
    return OnMessage.decide(
        before, message, command, settings.rules(tx, thread, message.author()), intake.moment());
  }

  /// The person with the name we know; one whose name we do not know is asked for in the
  /// background.
  private Person named(Transaction tx, Conversation conversation, Person person) {
    if (!person.nameless()) {
      return person;
    }
    var known = tx.nameOf(conversation.address().thread(), person.id());
    if (known.isEmpty()) {
      intake.findName(tx, conversation, person);
    }
    return new Person(person.id(), person.handle(), known.orElse(person.name()));
  }

  private static String claim(InboundMessage message) {
    var thread = message.address().thread();
    return "message/%s/%s/%s/%s"
        .formatted(thread.platform(), thread.workspace(), thread.channel(), message.message());
  }

  @Override
  public Receipt action(Action action) {
    var listed = settings.listed();
    return intake.take(tx ->
        settings
            .action(tx, action, listed)
            .or(() ->
                Target.of(tx, action.address(), action.key())
                    .map(target -> act(tx, target, action)))
            .orElseGet(() -> Receipt.note(UNKNOWN_CARD)));
  }

  private Receipt act(Transaction tx, Target target, Action action) {
    var actor = named(tx, target.conversation(), action.actor());
    var its = settings.rules(tx, action.address().thread(), actor);
    var decision =
        switch (target) {
          case Target.OfQuestion(var conversation, var question, var key) ->
              OnQuestion.clicked(conversation, question, key, actor, its, intake.moment());
          case Target.OfFiles(var conversation, var question, var key) ->
              OnFiles.clicked(
                  conversation, question, key, tx.claim(key.claim()), actor, intake.moment());
          case Target.OfRun of when of.pending(tx, action.key().verb()) ->
              Decision.note(of.conversation(), UNDER_WAY);
          case Target.OfRun(var conversation, var run) ->
              OnAction.decide(conversation, run, action.by(actor), its, intake.moment());
        };
    intake.store(tx, target.conversation(), decision);
    return new Receipt(decision.note());
  }

  @Override
  public Receipt form(FormSubmission form) {
    var listed = settings.listed();
    return intake.take(tx ->
        tx.claim("form/" + form.nonce())
            ? settings
                .form(tx, form, listed)
                .or(() ->
                    Target.run(tx, form.address(), form.key())
                        .map(target -> submit(tx, target, form)))
                .orElseGet(() -> Receipt.note(UNKNOWN_CARD))
            : Receipt.SILENT);
  }

  private Receipt submit(Transaction tx, Target.OfRun target, FormSubmission form) {
    var decision =
        OnAction.submitted(
            target.conversation(),
            target.run(),
            form.by(named(tx, target.conversation(), form.actor())),
            settings.rules(tx, form.address().thread(), form.actor()),
            intake.moment());
    intake.store(tx, target.conversation(), decision);
    return new Receipt(decision.note());
  }

  @Override
  public Answer form(Action action) {
    var nonce = UUID.randomUUID().toString();
    var listed = settings.listed();
    return intake.take(tx ->
        settings
            .form(tx, action, listed)
            .or(() ->
                Target.run(tx, action.address(), action.key())
                    .map(target -> form(tx, target, action, nonce)))
            .orElseGet(() -> new Answer.Refuse(UNKNOWN_CARD)));
  }

  private Answer form(Transaction tx, Target.OfRun target, Action action, String nonce) {
    var its = settings.rules(tx, action.address().thread(), action.actor());
    return OnAction.form(target.conversation(), target.run(), action, its, nonce);
  }

  @Override
  public List<Choice> choices(ChoiceQuery query) {
    return switch (query.key().verb()) {
      case Verbs.SETTINGS -> settings.choices(query);
      default -> List.of();
    };
  }

  @Override
  public Card home(Address page, Person visitor) {
    return settings.home(page, visitor);
  }

  @Override
  public void reported(UUID launch, AgentId agent, RunReport report) {
    intake.take(tx -> {
      tx.conversationOfAgent(launch)
          .flatMap(tx::lock)
          .ifPresent(before ->
              intake.store(tx, before, OnReport.unasked(before, launch, agent, report, rules)));
      return launch;
    });
  }
}
