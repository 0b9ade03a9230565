package dev.tiller.app.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A report for people: what was looked at, how it is, what was seen; below it, how to mend it.
public final class ReportText {

  private static final int LABEL = widest(Check.values());
  private static final int WORD = Status.SKIPPED.word().length();
  private static final String RESET = "\u001b[0m";

  private final boolean colours;

  /// @param colours whether a terminal reads it
  public ReportText(boolean colours) {
    this.colours = colours;
  }

  /// The lines of the report.
  public List<String> lines(Report report) {
    var lines = new ArrayList<String>();
    for (var finding : report.findings()) {
      lines.add(
          padded(finding.check().label(), LABEL)
              + "  "
              + word(finding.status())
              + "  "
              + finding.said());
      finding.mend().ifPresent(mend -> lines.add(" ".repeat(LABEL + WORD + 4) + "→ " + mend));
    }
    lines.add("");
    lines.add(verdict(report));
    return lines;
  }

  private String verdict(Report report) {
    if (report.healthy()) {
      var notes = report.count(Status.NOTE);
      return "All is well" + (notes == 0 ? "." : ", with " + number(notes, "note") + ".");
    }
    return number(report.count(Status.WRONG), "thing") + " to mend.";
  }

  private static String number(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private String word(Status status) {
    var word = padded(status.word(), WORD);
    return colours ? colour(status) + word + RESET : word;
  }

  private static String colour(Status status) {
    return switch (status) {
      case OK -> "\u001b[32m";
      case NOTE -> "\u001b[33m";
      case WRONG -> "\u001b[1;31m";
      case SKIPPED -> "\u001b[2m";
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static int widest(Check[] checks) {
    return Arrays.stream(checks).mapToInt(it -> it.label().length()).max().orElse(0);
  }
}
