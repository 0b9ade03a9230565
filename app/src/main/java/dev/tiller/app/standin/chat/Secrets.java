package dev.tiller.app.standin.chat;

import java.util.regex.Pattern;

/// Hides the values of fields that are secrets, in form and JSON text.
final class Secrets {

  private static final String NAMES = "token|client_secret|access_token";
  private static final Pattern FORM = Pattern.compile("(^|&)(" + NAMES + ")=[^&]*");
  private static final Pattern JSON =
      Pattern.compile("\"(" + NAMES + ")\"(\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");

  private Secrets() {}

  static String hide(String body) {
    return body.startsWith("{")
        ? JSON.matcher(body).replaceAll("\"$1\"$2\"hidden\"")
        : FORM.matcher(body).replaceAll("$1$2=hidden");
  }
}
