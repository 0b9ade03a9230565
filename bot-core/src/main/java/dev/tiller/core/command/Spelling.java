package dev.tiller.core.command;

/// Whether a word is a known one, misspelt.
public final class Spelling {

  private static final int LONG_WORD = 6;

  private Spelling() {}

  /// Whether the word differs from the known one by a slip; by two where the known one is so long
  /// that two say little. A word is not a slip of itself.
  public static boolean isSlip(String word, String known) {
    return isSlip(word, known, known.length() >= LONG_WORD ? 2 : 1);
  }

  static boolean isSlip(String word, String known, int mostSlips) {
    return !word.equals(known)
        && Math.abs(word.length() - known.length()) <= mostSlips
        && distance(word, known) <= mostSlips;
  }

  /// The Damerau-Levenshtein distance (optimal string alignment): letters inserted, left out,
  /// replaced, or swapped with their neighbour. For short words only: time and space are their
  /// lengths' product.
  static int distance(String a, String b) {
    var table = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, a, b, i, j);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int cheapest(int[][] table, String a, String b, int i, int j) {
    var replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    var best = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    var swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
