package dev.tiller.app.doctor;

import java.net.URI;
import java.util.regex.Pattern;

/// What an address tells by itself.
final class Addresses {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private Addresses() {}

  /// Whether it means this machine.
  static boolean loopback(URI address) {
    return address.getHost() != null && LOOPBACK.matcher(address.getHost()).matches();
  }
}
