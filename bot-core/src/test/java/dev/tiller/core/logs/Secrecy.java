package dev.tiller.core.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/// What no log may hold, and what was caught.
final class Secrecy {

  /// Keys and tokens by their looks, and what artifacts' presigned addresses carry.
  private static final Pattern KEYS =
      Pattern.compile(
          "xox[a-z]-[\\w-]+|xapp-[\\w-]+|crsr_\\w+|Bearer [\\w.~+/=-]{10,}|Basic [\\w+/=]{8,}"
              + "|eyJ[\\w-]{10,}\\.[\\w-]+|[?&](?:signature|sig|token|X-Amz-Signature)=\\w+",
          Pattern.CASE_INSENSITIVE);

  /// Shorter texts are found in too many others.
  private static final int SHORTEST = 8;

  private final Set<String> texts = ConcurrentHashMap.newKeySet();
  private final Queue<String> caught = new ConcurrentLinkedQueue<>();

  Secrecy() {
    List.of(
            "fix the login bug",
            "Fix the login bug",
            "fix the flaky",
            "also add tests",
            "also in the form",
            "make it look like this")
        .forEach(this::secret);
  }

  void secret(String text) {
    var bare = text.strip();
    if (bare.length() >= SHORTEST) {
      texts.add(bare);
    }
  }

  /// The secrets in a text.
  List<String> in(String text) {
    var found = new ArrayList<>(KEYS.matcher(text).results().map(match -> match.group()).toList());
    texts.stream().filter(text::contains).forEach(found::add);
    return found;
  }

  /// Notes what is secret in an event.
  void read(String event) {
    in(event).forEach(secret -> caught.add("“" + secret + "” in: " + event));
  }

  /// What was caught since the last time.
  List<String> taken() {
    var taken = new ArrayList<String>();
    for (var leak = caught.poll(); leak != null; leak = caught.poll()) {
      taken.add(leak);
    }
    return taken;
  }
}
