package dev.tiller.core.conversation;

import dev.tiller.core.chat.Attachment;
import dev.tiller.core.command.ContextChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What goes along with a prompt beyond its text, as far as people and cards need to know.
///
/// @param pending whether it is still to be collected
/// @param choice how much of the thread was asked for; absent leaves it to settings
/// @param files those that the platform told of with the message
/// @param receipt what went along and what did not; absent when there is nothing to tell
public record Along(
    boolean pending,
    Optional<ContextChoice> choice,
    List<Attachment> files,
    Optional<String> receipt) {

  /// The text alone.
  public static final Along NOTHING =
      new Along(false, Optional.empty(), List.of(), Optional.empty());

  public Along {
    files = List.copyOf(files);
  }

  /// Still to be collected.
  public static Along wanted(Optional<ContextChoice> choice, List<Attachment> files) {
    return new Along(true, choice, files, Optional.empty());
  }

  /// All that can be had was collected.
  Along collected(Optional<String> its) {
    return new Along(false, choice, files, its);
  }

  /// This and what goes along with a prompt that is added.
  Along and(Along other) {
    return new Along(
        pending || other.pending,
        choice.or(other::choice),
        Stream.concat(files.stream(), other.files.stream()).toList(),
        receipt);
  }

  /// The same for another prompt that repeats this one.
  public Along again() {
    return equals(NOTHING) ? NOTHING : wanted(choice, files);
  }
}
