package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.command.Command;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import java.util.Optional;
import java.util.stream.Stream;

/// What became of a message, as one line of the audit record. Every message that is addressed to
/// the bot has exactly one, whatever rule it was decided by.
public final class Dispositions {

  /// What the acts of these lines begin with.
  static final String MESSAGE = "message ";

  private static final String REFUSED = " refused";

  private Dispositions() {}

  /// The decision about a message, with the line.
  ///
  /// @param command what the message was read as
  public static Decision recorded(
      Conversation before, InboundMessage message, Command command, Decision decision) {
    return decision.and(of(before, message, command, decision));
  }

  /// The line about a message that was only overheard, and ignored. It has no text of it.
  public static Decision ignored(Conversation conversation, InboundMessage message, String rule) {
    return Decision.of(conversation, line(message, "ignored", "", rule));
  }

  private static Effect of(
      Conversation before, InboundMessage message, Command command, Decision decision) {
    var audit = audits(decision).findFirst();
    var rule = audit.map(Effect.Audit::rule).orElseGet(() -> usual(command));
    var refusal = audits(decision).filter(each -> each.act().endsWith(REFUSED)).findFirst();
    if (refusal.isPresent()) {
      return line(message, "refused", "", refusal.get().rule());
    }
    var run = newRun(before, decision);
    if (run.isPresent()) {
      var id = run.get().id().toString();
      return line(message, stage(decision.after(), run.get()), id, rule);
    }
    return line(message, word(command, decision), "", rule);
  }

  private static String stage(Conversation after, Run run) {
    return switch (run.phase()) {
      case SUGGESTED -> "suggested";
      case WAITING, HELD -> "queued " + place(after, run);
      default -> "started";
    };
  }

  private static int place(Conversation after, Run run) {
    return 1 + after.agentOfRun(run.id()).map(Agent::waiting).orElseThrow().indexOf(run);
  }

  private static String word(Command command, Decision decision) {
    if (askedBack(command, decision)) {
      return "asked back";
    }
    if (audits(decision).anyMatch(each -> each.act().equals("follow-up joined"))) {
      return "joined";
    }
    if (audits(decision).anyMatch(each -> each.act().equals("stop"))) {
      return "stopped";
    }
    if (audits(decision).findAny().isPresent()) {
      return "done";
    }
    return decision.effects().isEmpty() ? "ignored" : "answered";
  }

  private static boolean askedBack(Command command, Decision decision) {
    return command instanceof Command.Unclear
        || command instanceof Command.Nothing
        || decision.effects().stream()
            .anyMatch(effect ->
                effect instanceof Effect.Hold
                    || (effect instanceof Effect.Ask(var question)
                        && question.stage() == Question.Stage.WAITING));
  }

  /// The run that a message has led to, first or later.
  private static Optional<Run> newRun(Conversation before, Decision decision) {
    return decision.after().agents().stream()
        .flatMap(agent -> agent.runs().stream())
        .filter(run -> before.agentOfRun(run.id()).isEmpty())
        .reduce((_, last) -> last);
  }

  private static String usual(Command command) {
    return switch (command) {
      case Command.Unclear _ -> "not understood";
      case Command.Nothing _ -> "nothing written";
      default -> "member";
    };
  }

  private static Stream<Effect.Audit> audits(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Audit.class::isInstance)
        .map(Effect.Audit.class::cast);
  }

  private static Effect line(InboundMessage message, String word, String more, String rule) {
    var subject = (message.message() + " " + more).strip();
    return new Effect.Audit(message.author(), MESSAGE + word, subject, rule);
  }
}
