package dev.tiller.core.agents;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A git repository by its web address, normalised so that equal repositories are equal values.
///
/// @param url `https`, lower-case host, no `.git`, no trailing slash
public record Repository(URI url) {

  private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9_-]+/[A-Za-z0-9_.-]+");
  private static final Pattern SSH =
      Pattern.compile("(?:ssh://)?(?:[A-Za-z0-9_.-]+@)([A-Za-z0-9.-]+)(?::\\d+/|[:/])(.+)");
  private static final Pattern HOST_AND_PATH =
      Pattern.compile(
          "(?:https?://)?(?:[^/@]*@)?([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::\\d+)?)/(.+)");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.~%-]+(?:/[A-Za-z0-9_.~%-]+)+");
  private static final Pattern GITHUB_PAGE =
      Pattern.compile("([^/]+/[^/]+)/(?:tree|blob|commits?|issues|pulls|actions|wiki)(?:/.*)?");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /// Reads `owner/name` (GitHub), a web address with or without scheme, or an ssh address. Empty
  /// when it is none of these.
  public static Optional<Repository> parse(String written) {
    var text = written.strip();
    if (SHORT.matcher(text).matches()) {
      return of("github.com", text);
    }
    var ssh = SSH.matcher(text);
    if (ssh.matches() && !text.startsWith("http")) {
      return of(ssh.group(1), ssh.group(2));
    }
    var web = HOST_AND_PATH.matcher(text);
    return web.matches() ? of(web.group(1), web.group(2)) : Optional.empty();
  }

  private static Optional<Repository> of(String host, String path) {
    var bare =
        path.replaceFirst("[?#].*$", "").replaceFirst("/+$", "").replaceFirst("(?:\\.git)+$", "");
    if (!PATH.matcher(bare).matches()
        || bare.contains("..")
        || BROKEN_ESCAPE.matcher(bare).find()) {
      return Optional.empty();
    }
    var itsHost = host.toLowerCase(Locale.ROOT);
    return itsHost.equals("github.com")
        ? onGitHub(bare)
        : Optional.of(new Repository(URI.create("https://" + itsHost + "/" + bare)));
  }

  /// A page within a repository, as people copy it from a browser, names the repository.
  private static Optional<Repository> onGitHub(String path) {
    var page = GITHUB_PAGE.matcher(path);
    var name = page.matches() ? page.group(1) : path;
    return SHORT.matcher(name).matches()
        ? Optional.of(new Repository(URI.create("https://github.com/" + name)))
        : Optional.empty();
  }

  /// The shortest form people know: `owner/name` on GitHub, else host and path.
  public String display() {
    var path = url.getRawPath().substring(1);
    return url.getAuthority().equals("github.com") ? path : url.getAuthority() + "/" + path;
  }
}
