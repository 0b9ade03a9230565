package dev.tiller.app.standin.chat;

import dev.tiller.app.http.Exchange;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Bodies of requests as they are kept for people and tests to read: without secrets, and without
/// the bytes of files.
public final class Bodies {

  private static final Pattern DATA =
      Pattern.compile("data:([\\w.+-]{1,60}/[\\w.+-]{1,60});base64,([A-Za-z0-9+/=]*+)");

  private static final Set<String> READABLE =
      Set.of("", "application/json", "application/x-www-form-urlencoded");

  private Bodies() {}

  static String readable(Exchange call) {
    var type = call.header("content-type").orElse("").split(";", 2)[0].strip();
    return READABLE.contains(type.toLowerCase(Locale.ROOT)) || type.startsWith("text/")
        ? Secrets.hide(withoutFiles(call.bodyText()))
        : "(" + call.body().length + " bytes of " + type + ")";
  }

  /// The text with its `data:` addresses cut down to their type and length.
  public static String withoutFiles(String text) {
    return DATA.matcher(text)
        .replaceAll(data ->
            "data:" + data.group(1) + ";base64,(" + data.group(2).length() + " characters)");
  }
}
