package dev.tiller.app.doctor;

import java.security.SecureRandom;
import java.util.Base64;

/// Random text that only our own question can have held.
final class Challenge {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 18;

  private Challenge() {}

  static String fresh() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
