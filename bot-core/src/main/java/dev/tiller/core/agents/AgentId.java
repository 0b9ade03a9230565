package dev.tiller.core.agents;

/// An agent's id at the service, such as `bc-` and a UUID (Cursor API v0 and v1).
public record AgentId(String value) {

  public AgentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("agent id is empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
