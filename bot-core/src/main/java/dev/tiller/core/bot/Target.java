package dev.tiller.core.bot;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Deeds;
import dev.tiller.core.decide.DraftKey;
import dev.tiller.core.decide.FileKey;
import dev.tiller.core.decide.OnFiles;
import dev.tiller.core.decide.QuestionKey;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// What a button or a form is about, if it belongs to the place that the click came from. Its
/// conversation is locked.
sealed interface Target {

  Conversation conversation();

  record OfRun(Conversation conversation, UUID run) implements Target {

    /// The run's agent, by its number in the thread.
    Optional<Integer> agent() {
      return conversation.agentOfRun(run).map(Agent::number);
    }

    ActionKey key(String verb) {
      return new ActionKey(verb, run.toString());
    }

    /// Whether what the verb asks for is being asked for already.
    boolean pending(Transaction tx, String verb) {
      return Deeds.of(verb)
          .or(() -> OnFiles.topic(verb))
          .flatMap(deed -> conversation.agentOfRun(run).map(agent -> tx.pending(agent.id(), deed)))
          .orElse(false);
    }
  }

  record OfQuestion(Conversation conversation, Question question, QuestionKey key)
      implements Target {}

  record OfDraft(Conversation conversation, Draft draft, DraftKey key) implements Target {}

  record OfFiles(Conversation conversation, Question question, FileKey key) implements Target {}

  static Optional<Target> of(Transaction tx, Address from, ActionKey key) {
    var draft = DraftKey.parse(key);
    if (draft.isPresent()) {
      return draft.flatMap(its -> draft(tx, from, its));
    }
    var file = FileKey.parse(key);
    if (file.isPresent()) {
      return question(
          tx,
          from,
          file.get().question(),
          (conversation, question) -> new OfFiles(conversation, question, file.get()));
    }
    var question = QuestionKey.parse(key);
    return question.isPresent()
        ? question.flatMap(its ->
            question(tx, from, its.question(), (there, asked) -> new OfQuestion(there, asked, its)))
        : run(tx, from, key).map(its -> its);
  }

  static Optional<OfRun> run(Transaction tx, Address from, ActionKey key) {
    return uuid(key.subject()).flatMap(run -> run(tx, from, run));
  }

  static Optional<OfRun> run(Transaction tx, Address from, UUID run) {
    return tx.conversationOfRun(run)
        .flatMap(tx::lock)
        .filter(conversation -> samePlace(conversation.address(), from))
        .map(conversation -> new OfRun(conversation, run));
  }

  /// The draft is read under the lock of its conversation.
  private static Optional<Target> draft(Transaction tx, Address from, DraftKey key) {
    return tx.conversationOfDraft(key.draft())
        .flatMap(tx::lock)
        .filter(conversation -> samePlace(conversation.address(), from))
        .flatMap(conversation ->
            tx.draft(key.draft()).map(draft -> new OfDraft(conversation, draft, key)));
  }

  /// The question is read under the lock of its conversation.
  private static Optional<Target> question(
      Transaction tx, Address from, UUID id, BiFunction<Conversation, Question, Target> target) {
    return tx.conversationOfQuestion(id)
        .flatMap(tx::lock)
        .filter(conversation -> samePlace(conversation.address(), from))
        .flatMap(
            conversation -> tx.question(id).map(question -> target.apply(conversation, question)));
  }

  private static boolean samePlace(Address one, Address other) {
    var a = one.thread();
    var b = other.thread();
    return a.platform() == b.platform()
        && a.workspace().equals(b.workspace())
        && a.channel().equals(b.channel());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
