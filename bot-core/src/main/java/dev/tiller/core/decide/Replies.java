package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
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

  static final Post OUTSIDER =
      text(
          "I only work for members of this workspace, in channels that are not shared with others."
              + " Nothing was started.");

  static final String NOT_SENT_NO_AGENT = "It was not sent, because its agent did not start.";
  static final String MODEL_NOT_GIVEN_BACK =
      "A follow-up cannot give the choice of the model back to Cursor: name one with model=, or start"
          + " another agent with “agent …”. Nothing was sent.";
  static final String BUSY_ELSEWHERE =
      "The agent is busy with something that was not asked for here; this goes out after that.";

  private Replies() {}

  static Post text(String text) {
    return new Notice(Optional.empty(), RichText.plain(text), List.of());
  }

  static Post help() {
    return HelpText.card("tiller");
  }

  static Post nothing() {
    return text(
        "What should I do? Write a task after my name, or “help” to see what I understand.");
  }

  static Post unclear(Command.Unclear unclear) {
    var problems =
        unclear.problems().stream().map(Problem::sentence).collect(Collectors.joining("\n"));
    return text(problems + "\nNothing was started.");
  }

  /// What was written is not understood, and this is what was probably meant.
  static Notice suggestion(Command.Unclear unclear, Draft draft) {
    var button =
        new Button.Press(
            "Use " + Words.cut(Corrections.of(unclear.text(), draft.message().text()), 34),
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
              "I know no repository called %s. Write repo=owner/name. Nothing was started."
                  .formatted(Words.excerpt(written, 100));
          case Doubt.UnknownModel(var written, _, _) ->
              "I know no model called %s. To see the models, write models. Nothing was started."
                  .formatted(Words.excerpt(written, 100));
          case Doubt.NoRepository(), Doubt.Tie(_) ->
              "Which repository? Say it with the task, for example: repo=owner/name fix the login"
                  + " bug. Nothing was started.";
        });
  }

  static String optionsOnFollowUp(Agent agent) {
    return "This thread has an agent on "
        + agent.request().repository().display()
        + " already, and where it works is settled. To send a follow-up, leave these options out."
        + " To start another agent, begin with the word agent. Nothing was sent.";
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
    return "Cursor is not taking requests right now; trying again at " + Words.clock(until);
  }

  static Post notStopped(Agent agent, Run run) {
    return new Notice(
        run.stopAskedBy(),
        RichText.plain(
            "Cursor could not be told to stop agent "
                + agent.number()
                + ". It is still at work. Try again, or stop it in Cursor."),
        RunButtons.page(agent).stream().toList());
  }

  static Post uncertain(Agent agent, Run run) {
    var next =
        RunButtons.sendsAgain(agent, run)
            ? "If it is not there, press Send again on the card."
            : "It was to be stopped; if it is there and at work, stop it there.";
    return new Notice(
        Optional.of(run.requester()),
        RichText.plain(
            "Cursor did not say whether it took this: "
                + Words.excerpt(run.prompt(), 80)
                + ". Please look in Cursor. "
                + next),
        RunButtons.page(agent).stream().toList());
  }
}
