package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunReports;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.StopSign;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Dispositions;
import dev.tiller.core.decide.OnAction;
import dev.tiller.core.decide.OnDraft;
import dev.tiller.core.decide.OnFiles;
import dev.tiller.core.decide.OnMessage;
import dev.tiller.core.decide.OnQuestion;
import dev.tiller.core.decide.OnReport;
import dev.tiller.core.decide.Overheard;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.decide.RunForms;
import dev.tiller.core.decide.Sending;
import dev.tiller.core.decide.StopAll;
import dev.tiller.core.decide.Stopping;
import dev.tiller.core.decide.Submitted;
import dev.tiller.core.decide.Surroundings;
import dev.tiller.core.decide.Verbs;
import dev.tiller.core.routing.Known;
import dev.tiller.core.text.Texts;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what people and services report. Each method returns when its outcome is on disk.
final class Bot implements Inbox, RunReports {

  private static final Logger log = LoggerFactory.getLogger(Bot.class);

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
    var command = Grammar.parse(message.text(), message.addressing().others());
    var known = backgrounds.known();
    boolean isNew =
        intake.take(tx ->
            message.addressing().bot()
                ? take(tx, message, command, known)
                : overhear(tx, message, command, known));
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
    decide(tx, tx.lock(message.address()), message, command, known);
    return true;
  }

  /// A message that does not address the bot begins no conversation, and gets an answer only where
  /// it counts.
  private boolean overhear(Transaction tx, InboundMessage message, Command command, Known known) {
    var there = tx.lockKnown(message.address());
    if (there.isEmpty()) {
      return false;
    }
    if (message.outsider()) {
      tx.seenOutsider(message.address().thread());
    }
    var before = there.get();
    var around = around(tx, before, message.author(), known);
    return switch (Overheard.of(before, message, command, around)) {
      case Overheard.Verdict.Unheard() -> false;
      case Overheard.Verdict.Ignored(var rule) when tx.claim(heard(message)) -> {
        var its = message.by(named(tx, before, message.author()));
        intake.store(tx, before, Dispositions.ignored(before, its, rule));
        yield false;
      }
      case Overheard.Verdict.Counts() when tx.claim(heard(message)) && tx.claim(claim(message)) -> {
        decide(tx, before, message, command, known);
        yield true;
      }
      case Overheard.Verdict.Ignored _, Overheard.Verdict.Counts _ -> false;
    };
  }

  private void decide(
      Transaction tx, Conversation before, InboundMessage message, Command command, Known known) {
    var its = message.by(named(tx, before, message.author())).to(met(tx, before, message, command));
    if (its.address().thread().platform().hidesHistory()) {
      tx.saw(its);
    }
    var around = around(tx, before, its.author(), known);
    var now = before.with(before.manner().speaking(around.preferences().language()));
    var decision =
        Intake.speaking(now, () -> OnMessage.decide(now, its, told(command, message), around));
    intake.store(tx, before, Dispositions.recorded(before, its, command, decision));
  }

  /// The command, with its problems in the language at hand.
  private static Command told(Command command, InboundMessage message) {
    return command instanceof Command.Unclear
        ? Grammar.parse(message.text(), message.addressing().others())
        : command;
  }

  /// Whom a command is about we get to know by name.
  private Addressing met(
      Transaction tx, Conversation conversation, InboundMessage message, Command command) {
    var addressing = message.addressing();
    if (!(command instanceof Command.Settings || command instanceof Command.Give)) {
      return addressing;
    }
    var thread = conversation.address().thread();
    var others =
        addressing.others().stream()
            .map(each -> {
              var person = named(tx, conversation, each.person());
              if (person.identified() && !person.nameless()) {
                tx.named(thread, person.id(), person.name());
              }
              return new Addressing.Mentioned(each.written(), person);
            })
            .toList();
    return new Addressing(addressing.bot(), others, addressing.answers());
  }

  private Surroundings around(
      Transaction tx, Conversation conversation, Person person, Known known) {
    return backgrounds.of(tx, conversation, person, known, intake.moment());
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

  /// What was only overheard may address the bot later, when it is edited.
  private static String heard(InboundMessage message) {
    return "overheard/" + claim(message);
  }

  @Override
  public void stop(StopSign sign) {
    var known = backgrounds.known();
    boolean found = intake.take(tx -> take(tx, sign, known));
    log.atInfo()
        .addKeyValue("channel", sign.place().thread().channel())
        .addKeyValue("found", found)
        .log("stop sign taken in");
  }

  /// A sign on a message that is none of ours is none for us.
  private boolean take(Transaction tx, StopSign sign, Known known) {
    var thread = sign.place().thread();
    var run = sign.message().flatMap(message -> tx.runOfMessage(thread, message));
    var before =
        sign.message().isPresent()
            ? run.flatMap(tx::conversationOfRun).flatMap(tx::lock)
            : tx.lockKnown(sign.place());
    if (before.isEmpty() || !tx.claim("stop/" + sign.nonce())) {
      return false;
    }
    var by = named(tx, before.get(), sign.actor());
    var around = around(tx, before.get(), by, known);
    var decision =
        Intake.speaking(
            before.get(),
            () -> Stopping.signed(before.get(), run, sign, by, around.rules(), around.moment()));
    intake.store(tx, before.get(), decision);
    return true;
  }

  @Override
  public Receipt action(Action action) {
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
                    .orElseGet(() -> Receipt.note(unknownCard()))));
  }

  static String unknownCard() {
    return Texts.get("question.unknown-card");
  }

  private Receipt act(Transaction tx, Target target, Action action, Known known) {
    var actor = named(tx, target.conversation(), action.actor());
    var around = around(tx, target.conversation(), actor, known);
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
              draft.by(named(tx, conversation, draft.message().author())),
              key,
              action.value().or(key::value),
              actor,
              around);
      case Target.OfFiles(var conversation, var question, var key) ->
          OnFiles.clicked(
              conversation, question, key, tx.claim(key.claim()), actor, around.moment());
      case Target.OfRun of when of.pending(tx, action.key().verb()) ->
          Decision.note(of.conversation(), Texts.get("question.under-way"));
      case Target.OfRun(var conversation, var run) ->
          OnAction.decide(conversation, run, action.by(actor), around.rules(), around.moment());
    };
  }

  @Override
  public Receipt form(FormSubmission form) {
    var known = backgrounds.known();
    return intake.take(tx ->
        tx.claim("form/" + form.nonce())
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
                        .orElseGet(() -> Receipt.note(unknownCard())))
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
    var its = form.by(named(tx, before, form.actor()));
    var around = around(tx, before, its.actor(), known);
    var now = before.with(before.manner().speaking(around.preferences().language()));
    var decision = Intake.speaking(now, () -> Sending.submitted(now, its, around));
    intake.store(tx, before, decision);
    return new Receipt(decision.note());
  }

  private Receipt submit(Transaction tx, Target.OfRun target, FormSubmission form, Known known) {
    var conversation = target.conversation();
    var its = form.by(named(tx, conversation, form.actor()));
    var around = around(tx, conversation, its.actor(), known);
    var sent = new Submitted(conversation, target.run(), its, around);
    var decision = RunForms.submitted(sent);
    intake.store(tx, conversation, decision);
    return new Receipt(decision.note());
  }

  @Override
  public void reported(UUID launch, AgentId agent, RunReport report) {
    intake.take(tx -> {
      tx.conversationOfAgent(launch)
          .flatMap(tx::lock)
          .ifPresent(before ->
              intake.store(
                  tx,
                  before,
                  Intake.speaking(
                      before,
                      () ->
                          OnReport.unasked(
                              before, launch, agent, report, rules, intake.moment()))));
      return launch;
    });
  }
}
