package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Command;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// Follow-ups of people who may not steer the agent. They have a card, and are sent when somebody
/// who may steer it accepts them; see [OnSuggestion].
final class Suggestions {

  /// As many of one person may be open for one agent.
  static final int MOST = 3;

  static final String ACT = "suggestion";

  private static final int QUOTED = 80;

  private Suggestions() {}

  /// A message becomes a suggestion, or the answer says why not.
  ///
  /// @param verdict that its author may not steer the agent
  static Decision said(
      Conversation conversation,
      Agent agent,
      InboundMessage message,
      Command.Ask ask,
      Rules rules,
      Authority.Verdict verdict,
      Moment moment) {
    return obstacle(agent, message.author(), ask, rules)
        .map(why -> OnMessage.say(conversation, message, Replies.text(why)))
        .orElseGet(() -> {
          var id = Optional.of(message.message());
          var run = FollowUps.run(agent, message.author(), id, ask, moment);
          var along = OnContext.along(message, ask.options());
          return add(conversation, agent, run.taking(along), verdict);
        });
  }

  /// The same from the form of an agent's card.
  static Decision written(
      Conversation conversation,
      Agent agent,
      Person by,
      Command.Ask ask,
      Rules rules,
      Authority.Verdict verdict,
      Moment moment) {
    var owner = agent.request().owner();
    return obstacle(agent, by, ask, rules)
        .map(why -> Decision.note(conversation, why))
        .orElseGet(() -> {
          var run = FollowUps.run(agent, by, Optional.empty(), ask, moment);
          return add(conversation, agent, run, verdict)
              .noting(Texts.get("suggestion.suggested", owner.name()));
        });
  }

  private static Optional<String> obstacle(Agent agent, Person by, Command.Ask ask, Rules rules) {
    return FollowUps.obstacle(agent, ask.options(), rules).or(() -> obstacle(agent, by));
  }

  private static Optional<String> obstacle(Agent agent, Person by) {
    int open =
        (int)
            agent.suggestions().stream()
                .filter(run -> run.requester().id().equals(by.id()))
                .count();
    return open < MOST
        ? Optional.empty()
        : Optional.of(Texts.get("suggestion.full", open, agent.request().owner().name()));
  }

  private static Decision add(
      Conversation conversation, Agent agent, Run asked, Authority.Verdict verdict) {
    var run = asked.withPhase(RunPhase.SUGGESTED);
    return Decision.of(
        conversation.with(agent.plus(run)),
        asking(agent, run),
        new Effect.Audit(run.requester(), ACT, run.id().toString(), verdict.rule()));
  }

  /// Asks the agent's owner what to do about a suggestion; asked again, the same message changes.
  static Effect asking(Agent agent, Run run) {
    return new Effect.Say("suggested/" + run.id(), asked(agent, run));
  }

  private static Post asked(Agent agent, Run run) {
    return new Notice(
        Optional.of(agent.request().owner()),
        RichText.plain(
            Texts.get("suggestion.asked", run.requester().name(), agent.number(), quoted(run))),
        List.of());
  }

  /// The beginning of a suggestion.
  static String quoted(Run run) {
    return Words.excerpt(run.prompt(), QUOTED);
  }
}
