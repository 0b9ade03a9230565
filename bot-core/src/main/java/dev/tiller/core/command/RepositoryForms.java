package dev.tiller.core.command;

import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Mention.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// "in web-app", "in the web-app repo", "for acme/web", "acme/web: fix it", a link into a
/// repository. What may also be prose, or another repository to look at, is not sure.
final class RepositoryForms {

  private static final Set<String> IN = Set.of("in", "into", "inside", "within");

  /// Before names that cannot be prose.
  private static final Set<String> NEAR =
      Set.of("for", "on", "to", "from", "of", "against", "at", "and");

  private static final Set<String> ARTICLES = Set.of("the", "our", "my", "this", "that", "a", "an");
  private static final Set<String> REPOSITORY = Set.of("repo", "repository", "codebase");

  /// Next to names that cannot be prose; "a test project" is something else.
  private static final String PROJECT = "project";

  /// Before what is only to be looked at.
  private static final Set<String> COMPARING = Set.of("from", "like", "see", "than", "vs");

  private static final Set<String> ANY = Set.of("a", "an");

  private static final int MOST_WORDS = 3;
  private static final int LONGEST_ADDRESS = 500;

  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.-]+){1,6}");
  private static final Pattern FLAT_HOST =
      Pattern.compile(
          "((?:https?://)?(?:www\\.)?(?:github\\.com|bitbucket\\.org)/[^/?#]+/[^/?#]+).*");
  private static final Pattern TALK =
      Pattern.compile(
          "(?i).*/(?:issues|pulls?|merge_requests|pull-?requests|work_items)/\\d.*",
          Pattern.DOTALL);
  private static final Pattern GITLAB_PART = Pattern.compile("/-/.*");

  private RepositoryForms() {}

  static List<Mention> at(Words words, int place) {
    return Stream.<Supplier<List<Mention>>>of(
            () -> address(words, place),
            () -> afterPreposition(words, place),
            () -> beforeNoun(words, place),
            () -> afterNoun(words, place),
            () -> first(words, place))
        .map(Supplier::get)
        .filter(mentions -> !mentions.isEmpty())
        .findFirst()
        .orElseGet(List::of);
  }

  private static List<Mention> address(Words words, int place) {
    var word = words.at(place).bare();
    if (word.indexOf('/') < 0 || word.length() > LONGEST_ADDRESS) {
      return List.of();
    }
    var sure = !isCompared(words, place) && !TALK.matcher(word).matches();
    return repository(word).map(name -> new Mention(Kind.REPOSITORY, name, word, sure)).stream()
        .toList();
  }

  private static Optional<String> repository(String word) {
    if (PATH.matcher(word).matches() && !word.startsWith("github.com/")) {
      return Optional.of(word);
    }
    var flat = FLAT_HOST.matcher(word);
    var bare = flat.matches() ? flat.group(1) : GITLAB_PART.matcher(word).replaceFirst("");
    return PullRequest.parse(word)
        .map(PullRequest::repository)
        .or(() -> Repository.parse(bare))
        .map(repository -> repository.url().toString());
  }

  private static List<Mention> afterPreposition(Words words, int place) {
    var word = words.at(place);
    if (!word.closing().isEmpty() || !(word.is(IN) || word.is(NEAR))) {
      return List.of();
    }
    var article = words.at(place + 1).is(ARTICLES);
    var name = article ? place + 2 : place + 1;
    var free = word.is(IN) && !article;
    if (words.together(place, name - place + 1) <= name - place
        || !(free || Names.isSpecial(words.at(name).bare()))) {
      return List.of();
    }
    var most = free ? words.together(name, MOST_WORDS) : 1;
    return Names.longestFirst(Kind.REPOSITORY, words, place, name, most).stream()
        .map(its -> its.sureIf(Names.isSpecial(its.name()) && !isCompared(words, name)))
        .toList();
  }

  /// Whether it is something to look at, as in "like the web repo", or any, as in "a web repo".
  private static boolean isCompared(Words words, int name) {
    var before = words.at(name - 1);
    return before.is(COMPARING)
        || before.is(ANY)
        || (before.is(ARTICLES) && words.at(name - 2).is(COMPARING));
  }

  /// "the old web-app repo": all words up to the article, and fewer of them.
  private static List<Mention> beforeNoun(Words words, int place) {
    if (!isNoun(words, place, place - 1)) {
      return List.of();
    }
    var first = place;
    while (place - first < MOST_WORDS && belongs(words, first - 1) && !words.at(first).begins()) {
      first--;
    }
    return IntStream.range(first, place)
        .mapToObj(name ->
            new Mention(
                Kind.REPOSITORY,
                words.joined(name, place),
                words.joined(name, place + 1),
                !isCompared(words, name)))
        .toList();
  }

  /// "repo", or "project" next to a special name.
  private static boolean isNoun(Words words, int place, int name) {
    var word = words.at(place);
    return word.is(REPOSITORY) || (word.is(PROJECT) && Names.isSpecial(words.at(name).bare()));
  }

  private static boolean belongs(Words words, int place) {
    var word = words.at(place);
    return Names.isName(word.bare())
        && word.closing().isEmpty()
        && !word.is(ARTICLES)
        && !word.is(IN)
        && !word.is(NEAR);
  }

  /// "repo web-app"; "update the repo docs" may mean documents.
  private static List<Mention> afterNoun(Words words, int place) {
    if (!isNoun(words, place, place + 1) || words.together(place, 2) < 2) {
      return List.of();
    }
    var before = words.at(place - 2);
    var object = words.at(place - 1).is(ARTICLES) && !before.is(IN) && !before.is(NEAR);
    return Names.longestFirst(Kind.REPOSITORY, words, place, place + 1, 1).stream()
        .map(its -> its.sureIf(!object && !isCompared(words, place)))
        .toList();
  }

  /// "web-app: fix it".
  private static List<Mention> first(Words words, int place) {
    var word = words.at(place);
    return place == 0 && word.closing().equals(":") && Names.isSpecial(word.bare())
        ? Names.longestFirst(Kind.REPOSITORY, words, 0, 0, 1)
        : List.of();
  }
}
