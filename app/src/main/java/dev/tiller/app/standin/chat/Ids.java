package dev.tiller.app.standin.chat;

import java.security.SecureRandom;

/// Ids that look like a platform's own.
public final class Ids {

  private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /// The prefix and so many random upper-case letters and digits.
  public static String random(String prefix, int length) {
    var id = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
