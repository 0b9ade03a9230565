package dev.tiller.core.chat;

import java.util.List;
import java.util.Optional;

/// A form that a button opens.
///
/// @param key what it is for; comes back with the submission
/// @param nonce new for each opening, so that one opened form counts once
/// @param title at most 24 characters, Slack's limit
/// @param submit the label of the button that sends it; at most 24 characters
public record Form(ActionKey key, String nonce, String title, String submit, List<Field> fields) {

  public Form {
    Checks.filled("nonce", nonce);
    fields = List.copyOf(fields);
  }

  /// A field of the form.
  public sealed interface Field {

    /// Names its value in the [FormSubmission].
    String name();

    String label();

    /// A short help under the field; may be empty.
    String hint();

    boolean optional();
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
      int maxLength)
      implements Field {}

  /// A field to choose from.
  ///
  /// @param initial what is chosen at first; absent for nothing
  /// @param choices at most 100; where `searchable`, the first of them
  /// @param searchable whether there may be more than `choices`, to be found with [Ask#choices]
  public record ChoiceField(
      String name,
      String label,
      String hint,
      Optional<Choice> initial,
      List<Choice> choices,
      boolean searchable,
      boolean optional)
      implements Field {
    public ChoiceField {
      choices = List.copyOf(choices);
    }
  }
}
