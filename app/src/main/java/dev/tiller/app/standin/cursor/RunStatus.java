package dev.tiller.app.standin.cursor;

/// The status of a run in v1. Version 0 has the same words except [#CANCELLED].
public enum RunStatus {
  CREATING,
  RUNNING,
  FINISHED,
  ERROR,
  CANCELLED,
  EXPIRED;

  public boolean terminal() {
    return this != CREATING && this != RUNNING;
  }

  /// Version 0 shows a stopped agent as finished.
  String v0() {
    return this == CANCELLED ? FINISHED.name() : name();
  }
}
