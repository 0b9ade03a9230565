package dev.tiller.core.agents;

/// A run's id at the service, such as `run-` and a UUID (Cursor API v1; v0 has none).
public record RunId(String value) {

  public RunId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("run id is empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
