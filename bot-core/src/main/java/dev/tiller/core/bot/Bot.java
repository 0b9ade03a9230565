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
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.OnAction;
import dev.tiller.core.decide.OnDraft;
import dev.tiller.core.decide.OnFiles;
import dev.tiller.core.decide.OnMessage;
import dev.tiller.core.decide.OnQuestion;
import dev.tiller.core.decide.OnReport;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.decide.Surroundings;
import dev.tiller.core.decide.Switching;
import dev.tiller.core.decide.Verbs;
import dev.tiller.core.routing.Known;
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
  private final Backgrounds backgrounds;
  private final Rules rules;
  private final SettingsDesk settings;

  /// @param rules as configured, without anybody's preferences
  Bot(Intake intake, Backgrounds backgrounds, Rules rules, SettingsDesk settings) {
    this.intake = intake;
    this.backgrounds = backgrounds;
    this.rules = rules;
    this.settings = settings;
  }

  @Override
  public void message(InboundMessage message) {
    var command = Grammar.parse(message.text());
    var known = backgrounds.known();
    boolean isNew = intake.take(tx -> take(tx, message, command, known));
    log.atInfo()
        .addKeyValue("channel", message.address().thread().channel())
        .addKeyValue("message", message.message())
        .addKeyValue("command", command.getClass().getSimpleName())
        .addKeyValue("new", isNew)
        .log("message taken in");
  }

  private boolean take(Transaction tx, InboundMessage message, Command command, Known known) {
    if (!tx.claim(claim(message))) {
      return false;
    }
    if (message.outsider()) {
      tx.seenOutsider(message.address().thread());
    }
    var before = tx.lock(message.address());
    var its = message.by(named(tx, before, message.author()));
    if (its.address().thread().platform() == Platform.TEAMS) {
      tx.saw(its); // Teams may not let the bot read it again
    }
    var decision = OnMessage.decide(before, its, command, around(tx, before, its.author(), known));
    intake.store(tx, before, decision);
    return true;
  }

  private Surroundings around(
      Transaction tx, Conversation conversation, Person person, Known known) {
    var thread = conversation.address().thread();
    var moment = intake.moment();
    return new Surroundings(
        () -> backgrounds.of(tx, thread, person, known, moment),
        () -> settings.about(tx, thread, person, known),
        settings.rules(tx, thread, person),
        moment);
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
    var known = backgrounds.known();
    return intake.take(tx ->
        settings
            .action(tx, action, known)
            .or(() ->
                Target.of(tx, action.address(), action.key())
                    .map(target -> act(tx, target, action, known)))
            .orElseGet(() -> Receipt.note(UNKNOWN_CARD)));
  }

  private Receipt act(Transaction tx, Target target, Action action, Known known) {
    var actor = named(tx, target.conversation(), action.actor());
    var around = around(tx, target.conversation(), actor, known);
    var decision =
        switch (target) {
          case Target.OfQuestion(var conversation, var question, var key) ->
              OnQuestion.clicked(
                  conversation, question, key, actor, around.rules(), around.moment());
          case Target.OfDraft(var conversation, var draft, var key) ->
              OnDraft.clicked(
                  conversation,
                  draft.by(named(tx, conversation, draft.message().author())),
                  key,
                  action.value().or(key::value),
                  actor,
                  around);
          case Target.OfFiles(var conversation, var question, var key) ->
              OnFiles.clicked(
                  conversation, question, key, tx.claim(key.claim()), actor, around.moment());
          case Target.OfRun of when of.pending(tx, action.key().verb()) ->
              Decision.note(of.conversation(), UNDER_WAY);
          case Target.OfRun(var conversation, var run) ->
              OnAction.decide(conversation, run, action.by(actor), around.rules(), around.moment());
        };
    intake.store(tx, target.conversation(), decision);
    return new Receipt(decision.note());
  }

  @Override
  public Receipt form(FormSubmission form) {
    var known = backgrounds.known();
    return intake.take(tx ->
        tx.claim("form/" + form.nonce())
            ? settings
                .form(tx, form, known)
                .or(() ->
                    Target.run(tx, form.address(), form.key())
                        .map(target -> submit(tx, target, form, known)))
                .orElseGet(() -> Receipt.note(UNKNOWN_CARD))
            : Receipt.SILENT);
  }

  private Receipt submit(Transaction tx, Target.OfRun target, FormSubmission form, Known known) {
    var conversation = target.conversation();
    var its = form.by(named(tx, conversation, form.actor()));
    var around = around(tx, conversation, its.actor(), known);
    var decision =
        its.key().verb().equals(Verbs.SWITCH)
            ? Switching.submitted(
                conversation,
                target.run(),
                its,
                around.background().get(),
                around.rules(),
                around.moment())
            : OnAction.submitted(conversation, target.run(), its, around.rules(), around.moment());
    intake.store(tx, conversation, decision);
    return new Receipt(decision.note());
  }

  @Override
  public Answer form(Action action) {
    var nonce = UUID.randomUUID().toString();
    var known = backgrounds.known();
    return intake.read(tx ->
        settings
            .form(tx, action, known)
            .or(() ->
                Target.run(tx, action.address(), action.key())
                    .map(target -> form(tx, target, action, known, nonce)))
            .orElseGet(() -> new Answer.Refuse(UNKNOWN_CARD)));
  }

  private Answer form(
      Transaction tx, Target.OfRun target, Action action, Known known, String nonce) {
    var its = settings.rules(tx, action.address().thread(), action.actor());
    return action.key().verb().equals(Verbs.SWITCH)
        ? Switching.form(target.conversation(), target.run(), action, known, its, nonce)
        : OnAction.form(target.conversation(), target.run(), action, its, nonce);
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
    return settings.home(page, visitor, backgrounds.known());
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
