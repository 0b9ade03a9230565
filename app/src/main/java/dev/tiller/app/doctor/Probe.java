package dev.tiller.app.doctor;

import java.util.List;

/// Looks at one thing.
interface Probe {

  /// What it looks at, first of all; its findings may be of further checks.
  Check check();

  /// Blocks while it looks.
  List<Finding> look() throws Exception;
}
