package dev.tiller.app.doctor;

import java.util.Optional;

/// One thing that was found.
///
/// @param symptom absent when all is well
/// @param said what was seen, in a sentence; never holds a secret
/// @param mend what to do, in a sentence; absent when there is nothing to do
public record Finding(
    Check check, Status status, Optional<Symptom> symptom, String said, Optional<String> mend) {

  private static final int LONGEST = 400;

  public Finding {
    said = harmless(said);
    mend = mend.map(Finding::harmless);
  }

  static Finding ok(Check check, String said) {
    return new Finding(check, Status.OK, Optional.empty(), said, Optional.empty());
  }

  /// Nothing to look at here.
  static Finding unused(Check check, String said) {
    return new Finding(check, Status.SKIPPED, Optional.empty(), said, Optional.empty());
  }

  /// @param about what the symptom's mend is about, where it names something
  static Finding of(Check check, Symptom symptom, String said, Object... about) {
    var mend = symptom.mend().formatted(about);
    return new Finding(
        check,
        symptom.status(),
        Optional.of(symptom),
        said,
        Optional.of(mend).filter(it -> !it.isEmpty()));
  }

  /// Texts from outside cannot steer the terminal or forge a line.
  private static String harmless(String text) {
    var plain = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
