package dev.tiller.app.standin.cursor;

/// Tokens that runs used, and their price in cents.
record Usage(long input, long output, long cacheWrite, long cacheRead, double cents) {

  static final Usage NONE = new Usage(0, 0, 0, 0, 0);

  /// A believable amount for a run, the same whenever it is asked for; none until it has ended.
  static Usage of(Run run) {
    if (!run.status().terminal()) {
      return NONE;
    }
    long size = 1000 + 40L * run.prompt().text().length();
    return new Usage(6 * size, size, 7 * size, 21 * size, size / 500.0);
  }

  Usage plus(Usage other) {
    return new Usage(
        input + other.input,
        output + other.output,
        cacheWrite + other.cacheWrite,
        cacheRead + other.cacheRead,
        cents + other.cents);
  }

  long total() {
    return input + output + cacheWrite + cacheRead;
  }
}
