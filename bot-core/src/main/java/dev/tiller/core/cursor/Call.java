package dev.tiller.core.cursor;

/// What kind of call failed, which decides what its failure means.
public enum Call {
  /// Has no effect, so any failure leaves things as they were.
  READ,
  LAUNCH,
  FOLLOW_UP,
  CANCEL,
  /// Archives or deletes: harmless to repeat.
  CHANGE
}
