package dev.tiller.core.decide;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Card.Tone;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.FeedbackLine;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// What people have said about runs, for admins, in a direct chat.
public final class FeedbackCard {

  /// How many a card shows.
  public static final int MOST = 10;

  private FeedbackCard() {}

  /// The answer to the command `feedback`.
  static Decision said(Conversation conversation, InboundMessage message, Surroundings around) {
    if (!around.settings().get().isAdmin()) {
      return OnMessage.refuse(
          conversation,
          message,
          "feedback",
          "admins only",
          Replies.text(Texts.get("feedback.admins-only")));
    }
    var answer =
        message.place() == Place.DIRECT
            ? card(around.memory().feedback().get())
            : Replies.text(Texts.get("feedback.direct-only"));
    return OnMessage.say(conversation, message, answer);
  }

  private static Post card(List<FeedbackLine> lines) {
    return lines.isEmpty()
        ? Replies.text(Texts.get("feedback.none"))
        : new Card(
            Texts.get("feedback.latest", lines.size()),
            Tone.NEUTRAL,
            "",
            lines.stream().limit(MOST).map(FeedbackCard::fact).toList(),
            RichText.EMPTY,
            Optional.empty(),
            List.of(),
            Texts.get("feedback.all-of-it"));
  }

  private static Fact fact(FeedbackLine line) {
    var its = line.feedback();
    var verdict =
        switch (its.verdict()) {
          case GOOD -> Texts.get("feedback.good");
          case BAD -> Texts.get("feedback.bad");
        };
    var about =
        Texts.get("feedback.about", line.repository().display(), Words.excerpt(line.task(), 80));
    var text = Words.excerpt(its.text(), 300);
    return new Fact(
        Texts.get("feedback.by", Words.date(its.at()), its.by().name(), verdict),
        text.isEmpty() ? about : text + " · " + about);
  }
}
