package dev.tiller.app.doctor;

import java.util.Comparator;
import java.util.List;

/// All that was found, in the order of [Check].
public record Report(List<Finding> findings) {

  public Report {
    findings = findings.stream().sorted(Comparator.comparing(Finding::check)).toList();
  }

  /// Whether nothing has to be mended.
  public boolean healthy() {
    return count(Status.WRONG) == 0;
  }

  long count(Status status) {
    return findings.stream().filter(it -> it.status() == status).count();
  }
}
