package dev.tiller.app.doctor;

import java.util.Optional;

/// Whether an H2 file has room to grow.
final class DiskSpace {

  private static final long MEGABYTE = 1 << 20;
  private static final long LOW = 1024 * MEGABYTE;
  private static final long FULL = 100 * MEGABYTE;

  private DiskSpace() {}

  /// @param free in bytes
  static Optional<Finding> judge(long free) {
    if (free >= LOW) {
      return Optional.empty();
    }
    var said = free / MEGABYTE + " MB are free";
    return Optional.of(
        Finding.of(Check.DATABASE, free < FULL ? Symptom.DISK_FULL : Symptom.DISK_LOW, said));
  }
}
