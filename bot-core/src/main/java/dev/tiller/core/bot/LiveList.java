package dev.tiller.core.bot;

import dev.tiller.core.chat.Post;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.AgentListCard;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Effect;
import dev.tiller.core.decide.Found;
import dev.tiller.core.text.Texts;

/// A list of agents in a direct chat, kept as things stand. The latest page somebody has turned to
/// counts.
record LiveList(Lookup lookup, Intake intake, Conversation conversation, Question question)
    implements Live.View {

  /// Whether the answer to a question is a list that one person alone reads.
  static boolean fits(Question question) {
    return question.direct()
        && switch (question.topic()) {
          case LIST, LIST_HERE, LIST_ALL -> true;
          default -> false;
        };
  }

  /// Somebody's latest list takes the place of earlier ones.
  String key() {
    var thread = conversation.address().thread();
    return "list/%s/%s/%s".formatted(thread.platform(), thread.workspace(), question.asker().id());
  }

  @Override
  public Post draw() {
    return drawn((Found.Agents) lookup.find(conversation, question));
  }

  Post drawn(Found.Agents found) {
    return Texts.in(
        conversation.manner().language(),
        () -> AgentListCard.of(conversation, question, found.agents(), found.more()));
  }

  @Override
  public void show(Post now) {
    intake.take(tx -> {
      var there = Intake.locked(tx, conversation.id());
      boolean stands = stands(tx);
      if (stands) {
        intake.store(tx, there, Decision.of(there, new Effect.Say(question.key(), now)));
      }
      return stands;
    });
  }

  @Override
  public boolean current() {
    return intake.read(this::stands);
  }

  /// Whether nobody has turned to another page meanwhile, perhaps at another replica.
  private boolean stands(Transaction tx) {
    return tx.question(question.id())
        .filter(now -> now.page() == question.page() && now.askedAt().equals(question.askedAt()))
        .isPresent();
  }
}
