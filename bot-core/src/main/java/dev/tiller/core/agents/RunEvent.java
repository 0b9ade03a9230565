package dev.tiller.core.agents;

import java.util.Optional;

/// Something a live run tells about itself. Endings are only hints: [CloudAgents#look] has the
/// truth.
public sealed interface RunEvent {

  /// Where to resume after this event; absent when this event is no place to resume from.
  Optional<String> cursor();

  /// The agent has begun something, in a few words such as `Reading src/Login.java`.
  record Step(String text, Optional<String> cursor) implements RunEvent {}

  /// A piece of what the agent says, to be joined with its neighbours.
  record Said(String text, Optional<String> cursor) implements RunEvent {}

  record Status(RunState state, Optional<String> cursor) implements RunEvent {}

  /// The run seems to be over.
  record MayHaveEnded(Optional<String> cursor) implements RunEvent {}

  /// The line is alive; nothing new.
  record Heartbeat(Optional<String> cursor) implements RunEvent {}

  /// A kind this version does not know. Skipped and counted, never an error.
  record Unrecognized(String type, Optional<String> cursor) implements RunEvent {}
}
