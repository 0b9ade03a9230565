package dev.tiller.core.conversation;

/// How far the creation of an agent has come.
public enum LaunchState {
  /// Accepted from the person; the service has certainly not been asked, or has declined for now.
  REQUESTED,
  /// The service is being asked, or its answer was lost.
  CALLING,
  LAUNCHED,
  /// Put away at the service: it takes no follow-ups until it is brought back.
  ARCHIVED,
  /// The service declined for good, or the launch was stopped in time.
  REFUSED,
  /// Nobody can say whether it exists; the requester was asked.
  UNKNOWN,
  /// It existed; the service does not have it any more.
  GONE,
  /// Somebody had it deleted from here.
  DELETED
}
