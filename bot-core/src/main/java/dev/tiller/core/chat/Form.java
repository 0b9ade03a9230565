package dev.tiller.core.chat;

import java.util.List;

/// A form that a button opens.
///
/// @param key what it is for; comes back with the submission
/// @param nonce new for each opening, so that one opened form counts once
/// @param title at most 24 characters, Slack's limit
/// @param submit the label of the button that sends it; at most 24 characters
public record Form(
    ActionKey key, String nonce, String title, String submit, List<TextField> fields) {

  public Form {
    Checks.filled("nonce", nonce);
    fields = List.copyOf(fields);
  }

  /// A field to write in.
  ///
  /// @param hint a short help under the field; may be empty
  /// @param initial what stands in it at first; may be empty
  public record TextField(
      String name,
      String label,
      String hint,
      String initial,
      boolean multiline,
      boolean optional,
      int maxLength) {}
}
