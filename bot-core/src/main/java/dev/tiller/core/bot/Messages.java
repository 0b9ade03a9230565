package dev.tiller.core.bot;

import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.StopSign;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Dispositions;
import dev.tiller.core.decide.OnMessage;
import dev.tiller.core.decide.Overheard;
import dev.tiller.core.decide.Stopping;
import dev.tiller.core.routing.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what people write, and their signs to stop.
final class Messages {

  private static final Logger log = LoggerFactory.getLogger(Messages.class);

  private final Intake intake;
  private final Backgrounds backgrounds;

  Messages(Intake intake, Backgrounds backgrounds) {
    this.intake = intake;
    this.backgrounds = backgrounds;
  }

  void message(InboundMessage message) {
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
    if (!tx.claims().take(claim(message))) {
      return false;
    }
    if (message.outsider()) {
      tx.settings().seenOutsider(message.address().thread());
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
      tx.settings().seenOutsider(message.address().thread());
    }
    var before = there.get();
    var around = backgrounds.of(tx, before, message.author(), known, intake.moment());
    return switch (Overheard.of(before, message, command, around)) {
      case Overheard.Verdict.Unheard() -> false;
      case Overheard.Verdict.Ignored(var rule) when tx.claims().take(heard(message)) -> {
        var its = message.by(intake.named(tx, before, message.author()));
        intake.store(tx, before, Dispositions.ignored(before, its, rule));
        yield false;
      }
      case Overheard.Verdict.Counts()
          when tx.claims().take(heard(message)) && tx.claims().take(claim(message)) -> {
        decide(tx, before, message, command, known);
        yield true;
      }
      case Overheard.Verdict.Ignored _, Overheard.Verdict.Counts _ -> false;
    };
  }

  private void decide(
      Transaction tx, Conversation before, InboundMessage message, Command command, Known known) {
    var its =
        message
            .by(intake.named(tx, before, message.author()))
            .to(met(tx, before, message, command));
    if (its.address().thread().platform().hidesHistory()) {
      tx.saw(its);
    }
    var around = backgrounds.of(tx, before, its.author(), known, intake.moment());
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
              var person = intake.named(tx, conversation, each.person());
              if (person.identified() && !person.nameless()) {
                tx.named(thread, person.id(), person.name());
              }
              return new Addressing.Mentioned(each.written(), person);
            })
            .toList();
    return new Addressing(addressing.bot(), others, addressing.answers(), addressing.botName());
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

  void stop(StopSign sign) {
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
    if (before.isEmpty() || !tx.claims().take("stop/" + sign.nonce())) {
      return false;
    }
    var by = intake.named(tx, before.get(), sign.actor());
    var around = backgrounds.of(tx, before.get(), by, known, intake.moment());
    var decision =
        Intake.speaking(
            before.get(),
            () -> Stopping.signed(before.get(), run, sign, by, around.rules(), around.moment()));
    intake.store(tx, before.get(), decision);
    return true;
  }
}
