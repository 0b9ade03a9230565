package dev.tiller.core.routing;

/// Where each value of a launch came from.
public record Sources(Source repository, Source branch, Source model, Source autoPr) {

  public Sources withRepository(Source other) {
    return new Sources(other, branch, model, autoPr);
  }

  public Sources withBranch(Source other) {
    return new Sources(repository, other, model, autoPr);
  }
}
