package dev.tiller.core.routing;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Spelling;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which known names somebody may have meant with an unknown one. A name is like another when it
/// differs by a slip, see [Spelling], or only in its punctuation.
final class Likeness {

  /// So many are offered; more would be a list to read.
  static final int MOST = 3;

  /// Shorter pieces are in too many names to say anything.
  private static final int TELLING = 3;

  private static final Pattern PUNCTUATION = Pattern.compile("[-_. ]");

  private Likeness() {}

  /// Known repositories that differ from an address by a slip in the owner or in the name, not in
  /// both.
  static List<Repository> toAddress(Repository written, Known known) {
    var full = Known.fullName(written);
    return known.repositories().stream()
        .filter(each -> likeAddress(full, Known.fullName(each)))
        .limit(MOST)
        .toList();
  }

  private static boolean likeAddress(String written, String known) {
    var name = written.lastIndexOf('/') + 1;
    var knownName = known.lastIndexOf('/') + 1;
    var sameOwner = written.substring(0, name).equals(known.substring(0, knownName));
    var sameName = written.substring(name).equals(known.substring(knownName));
    return sameOwner != sameName
        && (sameOwner
            ? like(written.substring(name), known.substring(knownName))
            : like(written.substring(0, name), known.substring(0, knownName)));
  }

  /// Repositories whose own name is like a word; after these, ones that contain it.
  static List<Repository> toName(String word, Known known) {
    var written = Known.lower(word);
    return likeliest(
        known.repositories(),
        each -> like(written, Known.shortName(each)),
        each -> contains(Known.shortName(each), written));
  }

  /// Ids of models that are called much the same.
  static List<String> toModel(String word, Known known) {
    var written = Known.lower(word);
    return likeliest(
            known.models(),
            each -> names(each).anyMatch(name -> like(written, name)),
            each -> names(each).anyMatch(name -> contains(name, written)))
        .stream()
        .map(Model::id)
        .toList();
  }

  private static Stream<String> names(Model model) {
    return Stream.concat(Stream.of(model.id(), model.name()), model.aliases().stream())
        .map(Known::lower);
  }

  private static <T> List<T> likeliest(List<T> all, Predicate<T> alike, Predicate<T> containing) {
    return Stream.concat(all.stream().filter(alike), all.stream().filter(containing))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static boolean contains(String name, String piece) {
    return piece.length() >= TELLING
        && name.length() >= TELLING
        && (name.contains(piece) || piece.contains(name));
  }

  static boolean like(String written, String known) {
    return Spelling.isSlip(written, known) || bare(written).equals(bare(known));
  }

  private static String bare(String name) {
    return PUNCTUATION.matcher(name).replaceAll("");
  }
}
