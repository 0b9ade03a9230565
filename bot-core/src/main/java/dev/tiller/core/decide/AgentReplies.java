package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// What the bot says about agents that are put away, brought back or gone.
final class AgentReplies {

  private AgentReplies() {}

  /// Which agent shall be changed.
  static Post which(List<Agent> agents, Topic deed) {
    var label =
        switch (deed) {
          case DELETE -> "archive.which-delete";
          case UNARCHIVE -> "archive.which-unarchive";
          default -> "archive.which-archive";
        };
    var buttons =
        agents.stream()
            .limit(3)
            .map(agent ->
                (Button)
                    new Button.Press(
                        Texts.get(label, agent.number()),
                        Verbs.on(Deeds.verb(deed), agent.runs().getLast().id())))
            .toList();
    var text =
        Texts.get("archive.which-of", agents.size(), Deeds.verb(deed), agents.getLast().number());
    return new Notice(Optional.empty(), RichText.plain(text), buttons);
  }

  /// A follow-up to an agent that takes none.
  static Post retired(Agent agent) {
    return agent.state() == LaunchState.ARCHIVED
        ? new Notice(
            Optional.empty(),
            RichText.plain(Texts.get("archive.retired", agent.number())),
            List.of(RunButtons.unarchive(agent)))
        : Replies.text(Texts.get("archive.deleted"));
  }

  /// @param agent takes no prompts
  static String retiredNote(Agent agent) {
    if (agent.usable()) {
      return Switching.done(agent).orElseThrow();
    }
    return agent.state() == LaunchState.ARCHIVED
        ? Texts.get("archive.retired-note")
        : Texts.get("archive.deleted-note");
  }

  static Post archived(Agent agent) {
    return new Notice(
        Optional.empty(),
        RichText.plain(Texts.get("archive.archived", agent.number())),
        List.of(RunButtons.unarchive(agent)));
  }

  static Post unarchived(Agent agent) {
    return Replies.text(Texts.get("archive.unarchived", agent.number()));
  }

  static Post gone(Agent agent) {
    return Replies.text(Texts.get("archive.gone", agent.number()));
  }

  static String notYourAnswer(Person asker) {
    return Texts.get("question.not-yours", asker.name());
  }

  /// The service's API has no such thing in the version that the bot is set to.
  static Post unsupported(Topic topic, String version) {
    return Replies.text(
        Texts.get(topic == Topic.USAGE ? "archive.no-usage" : "archive.no-archive", version));
  }
}
