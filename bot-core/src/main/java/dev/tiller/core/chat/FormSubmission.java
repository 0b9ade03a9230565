package dev.tiller.core.chat;

import java.util.Map;

/// A form that somebody filled in and sent.
///
/// @param values by field name; an empty optional field is left out
public record FormSubmission(
    Address address, Person actor, ActionKey key, String nonce, Map<String, String> values) {

  /// The same, sent by somebody we know better.
  public FormSubmission by(Person known) {
    return new FormSubmission(address, known, key, nonce, values);
  }

  public FormSubmission {
    Checks.filled("nonce", nonce);
    values = Map.copyOf(values);
  }
}
