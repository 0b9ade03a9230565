package dev.tiller.core.decide;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The answer to `list`: agents, newest first, with the way to their threads. Tasks from elsewhere
/// are told only where nobody else reads them.
public final class AgentListCard {

  /// Agents on a page.
  public static final int SIZE = 8;

  private static final int TASK = 70;

  private AgentListCard() {}

  static Post of(Conversation here, Question question, List<Found.Listed> agents, boolean more) {
    var own = question.topic() == Topic.LIST;
    if (agents.isEmpty() && question.page() == 0) {
      return Replies.text(
          own
              ? "You have not started any agent yet. Mention me with a task to start one."
              : "Nobody has started an agent in this channel yet.");
    }
    var page = new Page<>(agents, question.page(), more);
    var hidden = agents.stream().anyMatch(each -> !shown(here, question, each));
    return new Card(
        own ? "Your latest agents" : "The latest agents of this channel",
        Card.Tone.NEUTRAL,
        agents.isEmpty() ? "There are no more." : "",
        List.of(),
        body(here, question, agents),
        Optional.empty(),
        page.buttons(question, "Newer", "Older"),
        footnote(page, hidden));
  }

  private static RichText body(Conversation here, Question question, List<Found.Listed> agents) {
    return new RichText(
        agents.stream()
            .<RichText.Block>map(
                each -> new RichText.Item(0, "•", line(each, shown(here, question, each))))
            .toList());
  }

  private static boolean shown(Conversation here, Question question, Found.Listed listed) {
    var thread = listed.line().thread();
    var its = here.address().thread();
    boolean sameChannel =
        thread.platform() == its.platform() && thread.channel().equals(its.channel());
    return question.direct() || sameChannel;
  }

  private static List<Span> line(Found.Listed listed, boolean withTask) {
    var agent = listed.line().agent();
    var spans = new ArrayList<Span>();
    spans.add(new Span(RunCards.title(agent), Set.of(Mark.BOLD)));
    spans.add(plain(" · #" + agent.number() + " · " + where(agent)));
    if (withTask) {
      spans.add(plain(" · " + Words.excerpt(agent.currentRun().prompt(), TASK)));
    }
    listed
        .link()
        .ifPresent(url -> {
          spans.add(plain(" · "));
          spans.add(new Span("open thread", Set.of(), Optional.of(url)));
        });
    return spans;
  }

  private static String where(Agent agent) {
    return agent.request().repository().display();
  }

  private static Span plain(String text) {
    return new Span(text, Set.of());
  }

  private static String footnote(Page<?> page, boolean hidden) {
    var parts = new ArrayList<String>();
    if (page.number() > 0 || page.more()) {
      parts.add("Page " + (page.number() + 1));
    }
    if (hidden) {
      parts.add("Tasks from other places are told in a direct message only");
    }
    return String.join(" · ", parts);
  }
}
