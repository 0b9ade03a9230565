package dev.tiller.core.agents;

import java.util.Locale;

/// What an agent is to do with a prompt.
public enum Mode {
  /// Carry it out.
  AGENT,
  /// Only say how it would.
  PLAN;

  /// As people and the service write it, such as `plan`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
