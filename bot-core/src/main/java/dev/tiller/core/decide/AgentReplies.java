package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.LaunchState;
import java.util.List;
import java.util.Optional;

/// What the bot says about agents that are put away, brought back or gone.
final class AgentReplies {

  private AgentReplies() {}

  /// Which agent shall be changed.
  static Post which(List<Agent> agents, Topic deed) {
    var buttons =
        agents.stream()
            .limit(3)
            .map(agent ->
                (Button)
                    new Button.Press(
                        Words.capitalized(Deeds.verb(deed)) + " agent " + agent.number(),
                        Verbs.on(Deeds.verb(deed), agent.runs().getLast().id())))
            .toList();
    var text =
        "There are %d agents in this thread that you could mean. Which one? Or write %s #%d."
            .formatted(agents.size(), Deeds.verb(deed), agents.getLast().number());
    return new Notice(Optional.empty(), RichText.plain(text), buttons);
  }

  /// A follow-up to an agent that takes none.
  static Post retired(Agent agent) {
    return agent.state() == LaunchState.ARCHIVED
        ? new Notice(
            Optional.empty(),
            RichText.plain(
                "Agent %d is archived and takes no follow-ups. Unarchive it and write again, or start another: agent, followed by your task. Nothing was sent."
                    .formatted(agent.number())),
            List.of(RunButtons.unarchive(agent)))
        : Replies.text(
            "The agent of this thread was deleted, so nobody can take this. To start another, begin"
                + " with the word agent. Nothing was sent.");
  }

  static String retiredNote(Agent agent) {
    return agent.state() == LaunchState.ARCHIVED
        ? "This agent is archived. Unarchive it first."
        : "This agent takes no more follow-ups. Mention me to start another.";
  }

  static Post archived(Agent agent) {
    return new Notice(
        Optional.empty(),
        RichText.plain(
            "Agent %d is archived. It takes no follow-ups until somebody brings it back."
                .formatted(agent.number())),
        List.of(RunButtons.unarchive(agent)));
  }

  static Post unarchived(Agent agent) {
    return Replies.text("Agent %d is back and takes follow-ups.".formatted(agent.number()));
  }

  static Post gone(Agent agent) {
    return Replies.text("Cursor does not have agent %d any more.".formatted(agent.number()));
  }

  static String notYourAnswer(Person asker) {
    return "Only " + asker.name() + " can turn these pages. Ask the same yourself to get your own.";
  }

  /// The service's API has no such thing in the version that the bot is set to.
  static Post unsupported(Topic topic, String version) {
    var lack =
        topic == Topic.USAGE
            ? "does not tell what agents use"
            : "cannot archive agents or bring them back";
    return Replies.text(
        "Cursor's API %s, which this bot is set to, %s. With the setting CURSOR_API=v1 it can; an admin can change that."
            .formatted(version, lack));
  }
}
