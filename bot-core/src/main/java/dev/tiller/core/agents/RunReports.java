package dev.tiller.core.agents;

import java.util.UUID;

/// Where reports that the service sends by itself are handed in.
public interface RunReports {

  /// Takes a report. Returns when it is on disk; an exception means that it was not taken and
  /// should be sent again. Duplicates are harmless.
  ///
  /// @param launch our id of the launch that the report belongs to; unknown ones are ignored
  void reported(UUID launch, AgentId agent, RunReport report);
}
