package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunReports;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask;
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
import dev.tiller.core.decide.Effect;
import dev.tiller.core.decide.OnAction;
import dev.tiller.core.decide.OnMessage;
import dev.tiller.core.decide.OnReport;
import dev.tiller.core.decide.Replies;
import dev.tiller.core.decide.Rules;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what people and services report. Each method returns when its outcome is on disk.
final class Bot implements Inbox, Ask, RunReports {

  private static final Logger log = LoggerFactory.getLogger(Bot.class);
  private static final int LISTED = 10;
  private static final String UNKNOWN_CARD = "This card is not known here any more.";

  private final Intake intake;
  private final Rules rules;

  Bot(Intake intake, Rules rules) {
    this.intake = intake;
    this.rules = rules;
  }

  @Override
  public void message(InboundMessage message) {
    var command = Grammar.parse(message.text());
    boolean isNew = intake.take(tx -> take(tx, message, command));
    log.atInfo()
        .addKeyValue("channel", message.address().thread().channel())
        .addKeyValue("message", message.message())
        .addKeyValue("command", command.getClass().getSimpleName())
        .addKeyValue("new", isNew)
        .log("message taken in");
  }

  private boolean take(Transaction tx, InboundMessage message, Command command) {
    if (!tx.claim(claim(message))) {
      return false;
    }
    var before = tx.lock(message.address());
    var its = message.by(named(tx, before, message.author()));
    var decision =
        command instanceof Command.ListAgents && !message.outsider()
            ? list(tx, before, its)
            : OnMessage.decide(before, its, command, rules, intake.moment());
    intake.store(tx, before, decision);
    return true;
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

  private static Decision list(Transaction tx, Conversation conversation, InboundMessage message) {
    var lines = tx.agentsOf(conversation.address().thread().workspace(), message.author(), LISTED);
    return Decision.of(
        conversation,
        new Effect.Say(
            "answer/" + conversation.id() + "/" + message.message(), Replies.list(lines)));
  }

  @Override
  public Receipt action(Action action) {
    return intake.take(tx ->
        target(tx, action.address(), action.key().subject())
            .map(target -> act(tx, target, action))
            .orElseGet(() -> Receipt.note(UNKNOWN_CARD)));
  }

  private Receipt act(Transaction tx, Target target, Action action) {
    var decision =
        OnAction.decide(
            target.conversation(),
            target.run(),
            action.by(named(tx, target.conversation(), action.actor())),
            rules,
            intake.moment());
    intake.store(tx, target.conversation(), decision);
    return new Receipt(decision.note());
  }

  @Override
  public Receipt form(FormSubmission form) {
    return intake.take(tx ->
        tx.claim("form/" + form.nonce())
            ? target(tx, form.address(), form.key().subject())
                .map(target -> submit(tx, target, form))
                .orElseGet(() -> Receipt.note(UNKNOWN_CARD))
            : Receipt.SILENT);
  }

  private Receipt submit(Transaction tx, Target target, FormSubmission form) {
    var decision =
        OnAction.submitted(
            target.conversation(),
            target.run(),
            form.by(named(tx, target.conversation(), form.actor())),
            rules,
            intake.moment());
    intake.store(tx, target.conversation(), decision);
    return new Receipt(decision.note());
  }

  @Override
  public Answer form(Action action) {
    var nonce = UUID.randomUUID().toString();
    return intake.take(tx ->
        target(tx, action.address(), action.key().subject())
            .map(target -> OnAction.form(target.conversation(), target.run(), action, rules, nonce))
            .orElseGet(() -> new Answer.Refuse(UNKNOWN_CARD)));
  }

  /// The run that a button or form is about, if it belongs to the place that the click came from.
  private static Optional<Target> target(Transaction tx, Address from, String subject) {
    return uuid(subject)
        .flatMap(run ->
            tx.conversationOfRun(run)
                .flatMap(tx::lock)
                .filter(conversation -> samePlace(conversation.address(), from))
                .map(conversation -> new Target(conversation, run)));
  }

  private record Target(Conversation conversation, UUID run) {}

  private static boolean samePlace(Address one, Address other) {
    var a = one.thread();
    var b = other.thread();
    return a.platform() == b.platform()
        && a.workspace().equals(b.workspace())
        && a.channel().equals(b.channel());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
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
