package dev.tiller.app.standin.cursor;

/// How a run can be told to end.
public enum Ending {
  /// Finished, with a branch and a pull request. Without automatic pull requests, as [#BRANCH].
  PULL_REQUEST(RunStatus.FINISHED),
  /// Finished, with a pushed branch only. Without a repository, as [#NOTHING].
  BRANCH(RunStatus.FINISHED),
  /// Finished, and nothing was pushed.
  NOTHING(RunStatus.FINISHED),
  ERROR(RunStatus.ERROR),
  EXPIRED(RunStatus.EXPIRED);

  private final RunStatus status;

  Ending(RunStatus status) {
    this.status = status;
  }

  RunStatus status() {
    return status;
  }
}
