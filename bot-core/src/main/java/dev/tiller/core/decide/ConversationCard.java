package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Markdown;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Enclosed;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The answer to `conversation`: prompts and answers, the newest page first, long ones folded.
final class ConversationCard {

  /// Messages on a page, and characters of all of them together.
  private static final int MESSAGES = 6;

  private static final int CHARACTERS = 3_500;

  /// Characters of one message.
  private static final int FOLD = 1_200;

  private ConversationCard() {}

  /// @param messages oldest first
  static Card of(Agent agent, Question question, List<Message> messages) {
    var pages = pages(messages);
    var page = Page.of(pages, 1, question.page());
    var shown = page.items().isEmpty() ? new Span(0, 0) : page.items().getFirst();
    var buttons =
        new ArrayList<>(page.buttons(question, Texts.get("page.newer"), Texts.get("page.older")));
    RunButtons.page(agent).ifPresent(buttons::add);
    return new Card(
        Texts.get("conversation.title", agent.number()),
        Card.Tone.NEUTRAL,
        messages.isEmpty() ? Texts.get("conversation.nothing") : "",
        List.of(),
        body(agent, messages.subList(shown.from(), shown.to())),
        Optional.empty(),
        buttons,
        messages.isEmpty() ? "" : footnote(shown, messages.size()));
  }

  /// Neighbouring messages.
  private record Span(int from, int to) {}

  /// Pages from the newest to the oldest.
  private static List<Span> pages(List<Message> messages) {
    var pages = new ArrayList<Span>();
    int to = messages.size();
    while (to > 0) {
      int from = to - 1;
      int length = length(messages.get(from));
      while (from > 0
          && to - from < MESSAGES
          && length + length(messages.get(from - 1)) <= CHARACTERS) {
        from--;
        length += length(messages.get(from));
      }
      pages.add(new Span(from, to));
      to = from;
    }
    return pages;
  }

  private static int length(Message message) {
    return Math.min(FOLD, message.text().length());
  }

  private static RichText body(Agent agent, List<Message> messages) {
    var blocks = new ArrayList<RichText.Block>();
    for (var message : messages) {
      blocks.add(
          new RichText.Heading(List.of(new RichText.Span(author(agent, message), Set.of()))));
      blocks.addAll(text(message).blocks());
    }
    return new RichText(blocks);
  }

  private static String author(Agent agent, Message message) {
    if (message.author() == Author.AGENT) {
      return Texts.get("conversation.agent");
    }
    return agent.runs().stream()
        .filter(run -> run.prompt().strip().equals(Enclosed.without(message.text()).strip()))
        .map(run -> run.requester().name())
        .findFirst()
        .orElse(Texts.get("conversation.prompt"));
  }

  private static RichText text(Message message) {
    var text =
        (message.author() == Author.PERSON ? Enclosed.without(message.text()) : message.text())
            .strip();
    var shown = Words.cut(text, FOLD);
    if (message.author() == Author.PERSON) {
      return shown.isEmpty()
          ? RichText.EMPTY
          : new RichText(List.of(new RichText.Quote(List.of(new RichText.Span(shown, Set.of())))));
    }
    var blocks = new ArrayList<>(Markdown.parse(shown).blocks());
    if (text.length() > FOLD) {
      var rest = Texts.get("conversation.folded", text.length() - FOLD);
      blocks.add(
          new RichText.Paragraph(List.of(new RichText.Span(rest, Set.of(RichText.Mark.ITALIC)))));
    }
    return new RichText(blocks);
  }

  private static String footnote(Span shown, int all) {
    return shown.to() - shown.from() == 1
        ? Texts.get("conversation.message", shown.to(), all)
        : Texts.get("conversation.messages", shown.from() + 1, shown.to(), all);
  }
}
