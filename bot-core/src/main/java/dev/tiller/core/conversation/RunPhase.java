package dev.tiller.core.conversation;

/// How far a prompt has come.
public enum RunPhase {
  /// Proposed by somebody who may not steer the agent; its owner is asked.
  SUGGESTED,
  /// In the queue behind another run.
  WAITING,
  /// Taken out of the queue's turn by a stop or a failure; goes on when somebody says so.
  HELD,
  /// Its turn has come; the service has certainly not taken it.
  STARTING,
  /// The service is being asked, or its answer was lost.
  SENDING,
  RUNNING,
  /// Nobody can say whether the service took it; the requester was asked.
  UNCERTAIN,
  ENDED;

  /// Whether the run has its agent's attention, or may have.
  public boolean active() {
    return this == STARTING || this == SENDING || this == RUNNING;
  }
}
