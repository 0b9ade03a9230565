package dev.tiller.core.chat;

import java.util.Optional;

/// What intake has to say to the person who clicked or sent a form, beyond what the thread will
/// show.
///
/// @param note one or two plain sentences for that person alone; absent when the thread says it
///   all. It is a courtesy: where a platform fails to show it, nothing is lost
public record Receipt(Optional<String> note) {

  /// Nothing to add.
  public static final Receipt SILENT = new Receipt(Optional.empty());

  public static Receipt note(String text) {
    return new Receipt(Optional.of(text));
  }
}
