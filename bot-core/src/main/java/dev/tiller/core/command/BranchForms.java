package dev.tiller.core.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// "on branch dev", "on the dev branch", "branch dev, fix it". Not a branch that is to be made,
/// merged or deleted: only the one to start from.
final class BranchForms {

  /// What may stand before "branch dev".
  private static final Set<String> BEFORE =
      Set.of(
          "on", "off", "in", "at", "use", "using", "and", "with", "checkout", "starting", "based");

  /// What may stand before "the dev branch".
  private static final Set<String> BEFORE_NAME =
      Set.of("on", "off", "in", "at", "use", "using", "checkout");

  /// What may stand before "from", which else may be about where some code is.
  private static final Set<String> STARTING =
      Set.of("start", "starting", "started", "begin", "beginning", "branch", "branching", "off");

  private static final Set<String> ARTICLES = Set.of("the", "our", "my");

  /// Names without a sign that they are one.
  private static final Set<String> USUAL =
      Set.of(
          "main",
          "master",
          "trunk",
          "dev",
          "devel",
          "develop",
          "development",
          "stage",
          "staging",
          "integration",
          "qa",
          "release",
          "next",
          "beta",
          "alpha",
          "canary",
          "nightly",
          "preprod",
          "prod",
          "production");

  /// Words with such signs that are not names.
  private static final Set<String> PROSE =
      Set.of(
          "if/else",
          "if-else",
          "else/if",
          "else-if",
          "if/then",
          "then/else",
          "try/catch",
          "try-catch",
          "true/false",
          "yes/no",
          "and/or",
          "either/or",
          "either-or",
          "switch/case",
          "success/error",
          "error/success",
          "long-lived",
          "long-running",
          "so-called",
          "fall-through",
          "well-known",
          "up-to-date",
          "out-of-date",
          "not-taken",
          "e.g",
          "i.e",
          "n/a");

  private static final Pattern SIGN = Pattern.compile("[-/_.0-9]");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private BranchForms() {}

  static List<Mention> at(Words words, int place) {
    if (!words.at(place).is("branch")) {
      return List.of();
    }
    var after = after(words, place);
    return after.isEmpty() ? before(words, place) : after;
  }

  private static List<Mention> after(Words words, int place) {
    var start = words.at(place - 1).is(ARTICLES) ? place - 1 : place;
    var leads = words.at(start).begins() || leads(words, start - 1, BEFORE);
    var skipped = words.at(place + 1).is(Set.of("called", "named")) ? 2 : 1;
    var stays = words.together(place, skipped + 1) == skipped + 1;
    return leads && stays ? named(words, start, place + skipped, place + skipped + 1) : List.of();
  }

  private static List<Mention> before(Words words, int place) {
    var name = place - 1;
    var start = words.at(name - 1).is(ARTICLES) ? name - 1 : name;
    var leads = leads(words, start - 1, BEFORE_NAME);
    var stays = leads && words.together(start - 1, 4) >= place - start + 2;
    return stays ? named(words, start, name, place + 1) : List.of();
  }

  private static boolean leads(Words words, int place, Set<String> leading) {
    var word = words.at(place);
    return word.is(leading) || (word.is("from") && words.at(place - 1).is(STARTING));
  }

  private static List<Mention> named(Words words, int start, int name, int end) {
    var from = words.at(start).begins() || start == 0 ? start : start - 1;
    var written = words.at(name).bare();
    return isLikely(written)
        ? List.of(new Mention(Mention.Kind.BRANCH, written, words.joined(from, end)))
        : List.of();
  }

  /// Whether the name looks like a branch's, or is a usual one.
  static boolean isLikely(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return GitRef.isPlausible(name)
        && !PROSE.contains(lower)
        && (USUAL.contains(lower) || (SIGN.matcher(name).find() && LETTER.matcher(name).find()));
  }
}
