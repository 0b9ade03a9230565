package dev.tiller.core.decide;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.conversation.Question;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// What a button of an answer acts on: a question, and the page that is wanted of its answer. As an
/// [ActionKey] its subject is the question's id, a slash and the page.
public record QuestionKey(String verb, UUID question, int page) {

  private static final Pattern SUBJECT = Pattern.compile("([0-9a-fA-F-]{36})/(\\d{1,6})");

  static ActionKey of(String verb, Question question) {
    return of(verb, question, question.page());
  }

  static ActionKey of(String verb, Question question, int page) {
    return new ActionKey(verb, question.id() + "/" + page);
  }

  /// Empty when the key is about something else than a question.
  public static Optional<QuestionKey> parse(ActionKey key) {
    var subject = SUBJECT.matcher(key.subject());
    if (!subject.matches()) {
      return Optional.empty();
    }
    try {
      var question = UUID.fromString(subject.group(1));
      return Optional.of(new QuestionKey(key.verb(), question, Integer.parseInt(subject.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
