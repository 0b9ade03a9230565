package dev.tiller.core.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds natural forms: "in web-app", "on branch dev", "with opus", "use gpt-5.2 to". Nothing is
/// taken out of the task for them.
///
/// Takes any text, in time proportional to its length.
public final class Mentions {

  /// Names are looked for in so much of a task; what is longer goes on with a log or a listing.
  private static final int LONGEST_READ = 50_000;

  private static final int MOST = 200;

  private Mentions() {}

  /// What the words of a task may name, in their order; nothing inside code and quotes. Of names
  /// that begin at the same words the longer comes first. Each name once, with the first words that
  /// name it for sure if any do; at most 200.
  public static List<Mention> in(String prompt) {
    return distinct(places(prompt).flatMap(List::stream));
  }

  /// Those that name something known. Where several names would do for the same words, the longest:
  /// with *web app* and *web* both known, "in web app" means the first.
  public static List<Mention> in(String prompt, Predicate<Mention> known) {
    return distinct(places(prompt).flatMap(names -> names.stream().filter(known).limit(1)));
  }

  /// What each place of the text may name: the longest name first, at most one is meant.
  private static Stream<List<Mention>> places(String prompt) {
    var words = Words.of(prompt.substring(0, Math.min(prompt.length(), LONGEST_READ)));
    return IntStream.range(0, words.all().size())
        .boxed()
        .flatMap(at ->
            Stream.of(
                RepositoryForms.at(words, at),
                BranchForms.at(words, at),
                ModelForms.at(words, at)));
  }

  private static List<Mention> distinct(Stream<Mention> all) {
    var found = new LinkedHashMap<String, Mention>();
    all.forEach(mention ->
        found.merge(
            mention.kind() + mention.name().toLowerCase(Locale.ROOT),
            mention,
            (first, later) -> first.sure() || !later.sure() ? first : later));
    return found.values().stream().limit(MOST).toList();
  }
}
