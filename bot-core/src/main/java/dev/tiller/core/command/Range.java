package dev.tiller.core.command;

/// A piece of a text.
///
/// @param start its first position
/// @param end the position after it
record Range(int start, int end) {

  String of(String text) {
    return text.substring(start, end);
  }
}
