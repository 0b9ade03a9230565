package dev.tiller.app.standin.chat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads form-encoded text, as in bodies and queries.
public final class Form {

  private Form() {}

  /// The fields by name; the last of several with one name counts.
  ///
  /// @throws IllegalArgumentException when a percent sign is followed by no number
  public static Map<String, String> parse(String form) {
    var fields = new LinkedHashMap<String, String>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
