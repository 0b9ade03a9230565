package dev.tiller.core.decide;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// What differs between a message and its correction.
final class Corrections {

  private Corrections() {}

  /// The words that only the corrected text has, such as `repo=acme/web`; the whole text where no
  /// word is new.
  static String of(String written, String corrected) {
    var known = new HashSet<>(words(written));
    var fresh =
        words(corrected).stream()
            .filter(word -> !known.contains(word))
            .collect(Collectors.joining(" "));
    return fresh.isEmpty() ? corrected.strip() : fresh;
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
