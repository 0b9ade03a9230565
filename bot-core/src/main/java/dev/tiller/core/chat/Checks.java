package dev.tiller.core.chat;

/// Small checks that the records of this package make on themselves.
final class Checks {

  private Checks() {}

  static void filled(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is empty");
    }
  }
}
