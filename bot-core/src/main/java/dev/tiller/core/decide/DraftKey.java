package dev.tiller.core.decide;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.conversation.Draft;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// What a button or menu of a waiting request acts on. As an [ActionKey] its subject is the draft's
/// id and, for a button that stands for a value, `=` and the value.
///
/// @param value absent for a menu, whose choice comes with the click, and where there is only one
public record DraftKey(String verb, UUID draft, Optional<String> value) {

  private static final Set<String> VERBS = Set.of(Verbs.CHOOSE, Verbs.REMEMBER);
  private static final Pattern SUBJECT = Pattern.compile("([0-9a-fA-F-]{36})(?:=(.{1,300}))?");

  static ActionKey of(String verb, Draft draft) {
    return new ActionKey(verb, draft.id().toString());
  }

  static ActionKey choosing(Draft draft, String value) {
    return new ActionKey(Verbs.CHOOSE, draft.id() + "=" + value);
  }

  /// Empty when the key is about something else than a waiting request.
  public static Optional<DraftKey> parse(ActionKey key) {
    var subject = SUBJECT.matcher(key.subject());
    if (!VERBS.contains(key.verb()) || !subject.matches()) {
      return Optional.empty();
    }
    try {
      var draft = UUID.fromString(subject.group(1));
      return Optional.of(new DraftKey(key.verb(), draft, Optional.ofNullable(subject.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
