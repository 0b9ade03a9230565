package dev.tiller.app;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// Finds the known word that a misspelt one was probably meant to be.
public final class Nearest {

  private Nearest() {}

  /// The most similar of the known words; empty when none is similar.
  ///
  /// @param least how similar is similar, from 0 (anything) to 1 (equal), by Jaro and Winkler
  public static Optional<String> to(String word, Stream<String> known, double least) {
    return known
        .filter(it -> similarity(it, word) >= least)
        .max(Comparator.comparingDouble(it -> similarity(it, word)));
  }

  private static double similarity(String known, String word) {
    return new JaroWinklerSimilarity().apply(known, word);
  }
}
