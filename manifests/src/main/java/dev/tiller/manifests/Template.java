package dev.tiller.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files that stand beside the code, and what is put in their blanks.
final class Template {

  private static final Pattern SHORTCUT = Pattern.compile("\"Send to Tiller\"");
  private static final Pattern NAME = Pattern.compile("\\bTiller\\b");

  private Template() {}

  /// A file of this module, by its path under `manifests`.
  static byte[] bytes(String path) {
    try (var in = Template.class.getResourceAsStream("/manifests/" + path)) {
      if (in == null) {
        throw new IllegalStateException("no file " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A text file of this module with another name for the app.
  static String named(String path, AppName name) {
    var text = new String(bytes(path), StandardCharsets.UTF_8);
    var menus = SHORTCUT.matcher(text).replaceAll('"' + name.shortcut() + '"');
    return NAME.matcher(menus).replaceAll(Matcher.quoteReplacement(name.text()));
  }

  /// An address that a platform takes: `https`, without user, query and fragment. Trailing slashes
  /// are dropped.
  ///
  /// @param what it is, at the beginning of a sentence
  static String https(String what, String address) throws BadManifest {
    try {
      var uri = new URI(address.strip());
      if ("https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri.toASCIIString().replaceFirst("/+$", "");
      }
    } catch (URISyntaxException _) {
      // as for any other that is none
    }
    throw new BadManifest(
        what + " must be an https:// address, such as https://tiller.example.com.");
  }
}
