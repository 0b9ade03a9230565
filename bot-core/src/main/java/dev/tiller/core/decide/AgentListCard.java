package dev.tiller.core.decide;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.AgentScope;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The answer to `list`: agents, newest first, with the way to their threads.
///
/// Who sees what: everybody sees their own agents, and the agents of the channel they ask in. Those
/// of other channels are listed in a direct message alone, where the asker has asked for something
/// in these channels lately; what such agents of others work on is told in their own channel alone,
/// since a platform may have closed it to the asker meanwhile. The tasks of one's own agents from
/// elsewhere are told in a direct message alone, too.
public final class AgentListCard {

  /// Agents on a page.
  public static final int SIZE = 8;

  /// For so long somebody who has asked for something in a channel counts as one of its people.
  private static final Duration LATELY = Duration.ofDays(30);

  private AgentListCard() {}

  /// Whose agents are listed.
  public static AgentScope scope(Question question) {
    var asker = question.asker();
    return switch (question.topic()) {
      case LIST_HERE -> new AgentScope.Here();
      case LIST_ALL ->
          question.direct()
              ? new AgentScope.Seen(asker, question.askedAt().minus(LATELY))
              : new AgentScope.OwnAndHere(asker);
      default -> new AgentScope.Own(asker);
    };
  }

  public static Post of(
      Conversation here, Question question, List<Found.Listed> agents, boolean more) {
    if (agents.isEmpty() && question.page() == 0) {
      return Replies.text(nothing(question));
    }
    var page = new Page<>(agents, question.page(), more);
    var hidden = agents.stream().anyMatch(each -> !shown(here, question, each));
    return new Card(
        title(question),
        Card.Tone.NEUTRAL,
        agents.isEmpty() ? Texts.get("list.no-more") : "",
        List.of(),
        body(here, question, agents),
        Optional.empty(),
        page.buttons(question, Texts.get("list.newer"), Texts.get("list.older")),
        footnote(question, page, hidden));
  }

  private static String title(Question question) {
    var whose =
        switch (question.topic()) {
          case LIST_HERE -> Texts.get("list.here");
          case LIST_ALL -> Texts.get("list.all");
          default -> Texts.get("list.own");
        };
    return switch (filter(question)) {
      case ANY -> whose;
      case RUNNING -> Texts.get("list.running", whose);
      case WAITING -> Texts.get("list.waiting", whose);
      case DONE -> Texts.get("list.done", whose);
    };
  }

  private static String nothing(Question question) {
    return switch (filter(question)) {
      case RUNNING -> Texts.get("list.none-running");
      case WAITING -> Texts.get("list.none-waiting");
      case DONE -> Texts.get("list.none-done");
      case ANY ->
          switch (question.topic()) {
            case LIST_HERE -> Texts.get("list.none-here");
            case LIST_ALL -> Texts.get("list.none-all");
            default -> Texts.get("list.none-own");
          };
    };
  }

  private static ListFilter filter(Question question) {
    return ListFilter.parse(question.filter()).orElse(ListFilter.ANY);
  }

  private static RichText body(Conversation here, Question question, List<Found.Listed> agents) {
    return new RichText(
        agents.stream()
            .flatMap(each -> AgentItems.of(each, question.asker(), shown(here, question, each)))
            .toList());
  }

  private static boolean shown(Conversation here, Question question, Found.Listed listed) {
    var own = listed.line().agent().request().owner().id().equals(question.asker().id());
    return (question.direct() && own)
        || sameChannel(listed.line().thread(), here.address().thread());
  }

  private static boolean sameChannel(ChatThread one, ChatThread other) {
    return one.platform() == other.platform() && one.channel().equals(other.channel());
  }

  private static String footnote(Question question, Page<?> page, boolean hidden) {
    var parts = new ArrayList<String>();
    if (page.number() > 0 || page.more()) {
      parts.add(Texts.get("list.page", page.number() + 1));
    }
    if (hidden) {
      parts.add(
          question.direct() ? Texts.get("list.others-hidden") : Texts.get("list.tasks-hidden"));
    }
    if (question.topic() == Topic.LIST_ALL && !question.direct()) {
      parts.add(Texts.get("list.elsewhere-hidden"));
    }
    return String.join(" · ", parts);
  }
}
