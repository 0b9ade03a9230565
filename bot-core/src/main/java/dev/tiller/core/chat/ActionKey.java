package dev.tiller.core.chat;

import java.util.Optional;

/// What a button or a form is for: a verb and the id of the thing it acts on.
///
/// The platforms carry it as text, `verb:subject`. It says what was clicked, never who may:
/// authority is decided when the click arrives.
public record ActionKey(String verb, String subject) {

  public ActionKey {
    Checks.filled("verb", verb);
    Checks.filled("subject", subject);
    if (verb.contains(":")) {
      throw new IllegalArgumentException("a verb has no colon: " + verb);
    }
  }

  /// The key as text, read back by [#parse(String)].
  public String encoded() {
    return verb + ":" + subject;
  }

  /// Reads what [#encoded()] wrote; empty for anything else.
  public static Optional<ActionKey> parse(String encoded) {
    int colon = encoded.indexOf(':');
    if (colon < 0
        || encoded.substring(0, colon).isBlank()
        || encoded.substring(colon + 1).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new ActionKey(encoded.substring(0, colon), encoded.substring(colon + 1)));
  }
}
