package dev.tiller.core.command;

import java.util.Locale;

/// A short message as a person means it, whatever its case, spacing, final punctuation and manners:
/// `Stop, please!` is the phrase `stop`.
final class Phrase {

  private static final int LONGEST_MESSAGE = 60;
  private static final String PLEASE = "please";
  private static final String PUNCTUATION = ".!?…, ";

  private Phrase() {}

  /// The phrase; empty for a message too long to be one.
  static String of(String message) {
    var written = Whitespace.strip(message);
    if (written.length() > LONGEST_MESSAGE) {
      return "";
    }
    var phrase = singleSpaced(written).toLowerCase(Locale.ROOT);
    var bare = withoutPlease(withoutPunctuation(phrase));
    return bare.isEmpty() && phrase.startsWith("?") ? "?" : bare;
  }

  private static String singleSpaced(String text) {
    var result = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (!Whitespace.isSpace(c)) {
        result.append(c);
      } else if (result.charAt(result.length() - 1) != ' ') {
        result.append(' ');
      }
    }
    return result.toString();
  }

  private static String withoutPlease(String phrase) {
    if (phrase.startsWith(PLEASE + " ")) {
      return phrase.substring(PLEASE.length() + 1);
    }
    if (phrase.endsWith(" " + PLEASE)) {
      return withoutPunctuation(phrase.substring(0, phrase.length() - PLEASE.length()));
    }
    return phrase;
  }

  private static String withoutPunctuation(String phrase) {
    var end = phrase.length();
    while (end > 0 && PUNCTUATION.indexOf(phrase.charAt(end - 1)) >= 0) {
      end--;
    }
    return phrase.substring(0, end);
  }
}
