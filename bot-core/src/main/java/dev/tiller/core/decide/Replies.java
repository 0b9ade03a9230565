package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.HelpText;
import dev.tiller.core.command.Problem;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.routing.Doubt;
import dev.tiller.core.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the bot says in answer to people. Plain, short, with the next step.
public final class Replies {

  private Replies() {}

  static Post outsider() {
    return text(Texts.get("reply.outsider"));
  }

  static String busyElsewhere() {
    return Texts.get("reply.busy-elsewhere");
  }

  static Post text(String text) {
    return new Notice(Optional.empty(), RichText.plain(text), List.of());
  }

  static Post help(InboundMessage asked) {
    return HelpText.card(mention(asked.addressing().botName()));
  }

  /// How people mention the bot; by its usual name where the platform does not say.
  static String mention(Optional<String> botName) {
    return "@" + botName.orElse("tiller");
  }

  static Post nothing() {
    return text(Texts.get("reply.nothing"));
  }

  static Post unclear(Command.Unclear unclear) {
    return text(problems(unclear, "\n") + "\n" + Texts.get("reply.not-started"));
  }

  /// The same where something would have been sent to an agent.
  static String unclearFollowUp(Command.Unclear unclear) {
    return problems(unclear, " ") + " " + Texts.get("reply.not-sent");
  }

  private static String problems(Command.Unclear unclear, String between) {
    return unclear.problems().stream().map(Problem::sentence).collect(Collectors.joining(between));
  }

  /// What was written is not understood, and this is what was probably meant.
  static Notice suggestion(Command.Unclear unclear, Draft draft) {
    var button =
        new Button.Press(
            Texts.get(
                "reply.use", Words.cut(Corrections.of(unclear.text(), draft.message().text()), 32)),
            DraftKey.of(Verbs.CHOOSE, draft),
            Button.Style.PRIMARY);
    return new Notice(
        Optional.empty(), RichText.plain(unclear(unclear).fallback()), List.of(button));
  }

  /// Something would have to be chosen, and there is nothing to choose from.
  static Post noChoice(Doubt doubt) {
    return text(
        switch (doubt) {
          case Doubt.UnknownRepository(var written, _, _) ->
              Texts.get("reply.unknown-repository", Words.excerpt(written, 100));
          case Doubt.UnknownModel(var written, _, _) ->
              Texts.get("reply.unknown-model", Words.excerpt(written, 100));
          case Doubt.NoRepository(), Doubt.Tie(_) -> Texts.get("reply.which-repository");
        });
  }

  static String optionsOnFollowUp(Agent agent) {
    return Texts.get("reply.options-settled", agent.request().repository().display());
  }

  /// An agent that takes no follow-ups.
  static Post retired(Agent agent) {
    return switch (agent.state()) {
      case ARCHIVED, DELETED -> AgentReplies.retired(agent);
      default -> text(Texts.get("queue.retired", agent.number()));
    };
  }

  static String notSent() {
    return Texts.get("queue.not-sent");
  }

  static Post unsupported(String sentence) {
    return text(sentence);
  }

  static String postponed(Instant until) {
    return Texts.get("reply.postponed", Words.clock(until));
  }

  static Post notStopped(Agent agent, Run run) {
    return new Notice(
        run.stopAskedBy(),
        RichText.plain(Texts.get("reply.not-stopped", agent.number())),
        RunButtons.page(agent).stream().toList());
  }

  static Post uncertain(Agent agent, Run run) {
    var task = Words.excerpt(run.prompt(), 80);
    var text =
        RunButtons.sendsAgain(agent, run)
            ? Texts.get("reply.uncertain", task)
            : Texts.get("reply.uncertain-stopped", task);
    return new Notice(
        Optional.of(run.requester()),
        RichText.plain(text),
        RunButtons.page(agent).stream().toList());
  }
}
