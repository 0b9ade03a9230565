package dev.tiller.core.agents;

/// Where a run stands, in words of ours that both versions of the API map to.
public enum RunState {
  CREATING,
  RUNNING,
  FINISHED,
  FAILED,
  CANCELLED,
  EXPIRED,
  /// A status this version does not know. Kept and watched, never an ending.
  UNRECOGNIZED;

  /// Whether the service will do no more for this run.
  public boolean terminal() {
    return this == FINISHED || this == FAILED || this == CANCELLED || this == EXPIRED;
  }
}
