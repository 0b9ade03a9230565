package dev.tiller.core.decide;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.conversation.Question;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// What a button that shows files acts on: the question whose answer lists them, and one of them or
/// all. As an [ActionKey] its subject is the question's id, a slash and the mark.
public record FileKey(UUID question, FileMark file) {

  private static final Pattern SUBJECT = Pattern.compile("([0-9a-fA-F-]{36})/([0-9a-f]{16}|all)");

  static ActionKey of(Question question, FileMark file) {
    return new ActionKey(Verbs.SHOW, question.id() + "/" + file.text());
  }

  /// Empty when the key is about something else than files.
  public static Optional<FileKey> parse(ActionKey key) {
    var subject = SUBJECT.matcher(key.subject());
    if (!key.verb().equals(Verbs.SHOW) || !subject.matches()) {
      return Optional.empty();
    }
    try {
      var question = UUID.fromString(subject.group(1));
      return Optional.of(new FileKey(question, new FileMark(subject.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Taken by the first click: a button shows its files once.
  public String claim() {
    return "show/" + question + "/" + file.text();
  }
}
