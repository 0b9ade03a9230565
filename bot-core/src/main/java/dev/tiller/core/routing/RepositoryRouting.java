package dev.tiller.core.routing;

import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Mention;
import dev.tiller.core.routing.Doubt.NoRepository;
import dev.tiller.core.routing.Doubt.Tie;
import dev.tiller.core.routing.Doubt.UnknownRepository;
import dev.tiller.core.routing.Resolution.Open;
import dev.tiller.core.routing.Resolution.Settled;
import dev.tiller.core.routing.Source.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds the repository. The first source that has something to say decides, be it with a doubt.
final class RepositoryRouting {

  private final Wish wish;
  private final List<Mention> mentions;
  private final Background background;

  RepositoryRouting(Wish wish, List<Mention> mentions, Background background) {
    this.wish = wish;
    this.mentions = mentions;
    this.background = background;
  }

  Resolution<Repository> route() {
    return Stream.<Supplier<Optional<Resolution<Repository>>>>of(
            this::picked,
            this::written,
            this::named,
            this::mentioned,
            this::perhapsMentioned,
            this::unsaid)
        .flatMap(source -> source.get().stream())
        .findFirst()
        .orElseGet(() -> new Open<>(new NoRepository()));
  }

  /// Where it goes when nobody says anything.
  private Optional<Resolution<Repository>> unsaid() {
    return Stream.<Supplier<Optional<Resolution<Repository>>>>of(
            this::recent, this::byRule, this::byDefault, this::configured)
        .flatMap(source -> source.get().stream())
        .findFirst();
  }

  private Optional<Resolution<Repository>> picked() {
    return wish.picked().repository().map(its -> new Settled<>(its, new Source(Kind.CHOSEN)));
  }

  /// An address that was written out. One that is not listed is believed, since lists lag behind,
  /// unless a listed one is so like it that it may be a slip.
  private Optional<Resolution<Repository>> written() {
    var pull = wish.options().pullRequest().map(PullRequest::repository);
    return wish.options().repositories().stream()
        .findFirst()
        .filter(its -> !pull.equals(Optional.of(its)))
        .map(this::checked)
        .or(() -> pull.map(its -> new Settled<>(its, new Source(Kind.PULL_REQUEST))));
  }

  private Resolution<Repository> checked(Repository its) {
    var listed = background.known().like(its);
    var near = Likeness.toAddress(its, background.known());
    return listed.isEmpty() && !near.isEmpty()
        ? new Open<>(new UnknownRepository(its.display(), Optional.of(its), near))
        : new Settled<>(listed.orElse(its), new Source(Kind.OPTION, "repo="));
  }

  /// A bare name: `repo=web`.
  private Optional<Resolution<Repository>> named() {
    return wish.options()
        .repositoryName()
        .map(name -> {
          var source = new Source(Kind.OPTION, "repo=" + name);
          return among(
                  background.called(name).stream().map(its -> new Candidate(its, source)).toList())
              .orElseGet(
                  () -> new Open<>(new UnknownRepository(name, Optional.empty(), likeName(name))));
        });
  }

  private List<Repository> likeName(String name) {
    var aliases =
        background.preferences().aliases().entrySet().stream()
            .filter(alias -> Likeness.like(Known.lower(name), alias.getKey()))
            .map(alias -> alias.getValue());
    return Stream.concat(aliases, Likeness.toName(name, background.known()).stream())
        .distinct()
        .limit(Likeness.MOST)
        .toList();
  }

  private Optional<Resolution<Repository>> mentioned() {
    return among(named(true).flatMap(List::stream).toList());
  }

  /// Words that may be mere prose are taken where nothing else is to be had or all agree.
  private Optional<Resolution<Repository>> perhapsMentioned() {
    var perhaps = named(false).toList();
    if (perhaps.isEmpty()) {
      return Optional.empty();
    }
    var unsaid = unsaid().stream().flatMap(RepositoryRouting::candidates).toList();
    var agreeing = perhaps.stream().flatMap(each -> agreeing(each, unsaid));
    return among(Stream.concat(agreeing, unsaid.stream()).toList());
  }

  /// For each mention the repositories of that name.
  private Stream<List<Candidate>> named(boolean sure) {
    return mentions.stream()
        .filter(mention -> mention.kind() == Mention.Kind.REPOSITORY && mention.sure() == sure)
        .map(mention -> {
          var source = new Source(Kind.MENTION, mention.phrase());
          return background.called(mention.name()).stream()
              .map(its -> new Candidate(its, source))
              .toList();
        })
        .filter(candidates -> !candidates.isEmpty());
  }

  private static Stream<Candidate> candidates(Resolution<Repository> found) {
    return switch (found) {
      case Settled<Repository>(var its, var source) -> Stream.of(new Candidate(its, source));
      case Open<Repository>(Tie(var candidates)) -> candidates.stream();
      case Open<Repository> _ -> Stream.of();
    };
  }

  /// Of several repositories of a name those that others lead to as well, else all.
  private static Stream<Candidate> agreeing(List<Candidate> named, List<Candidate> others) {
    var both =
        named.stream().filter(each -> others.stream().anyMatch(its -> same(each, its))).toList();
    return (both.isEmpty() ? named : both).stream();
  }

  private Optional<Resolution<Repository>> recent() {
    return background
        .recent()
        .map(its ->
            new Settled<>(its.repository(), new Source(Kind.RECENT, its.when(background.now()))));
  }

  private Optional<Resolution<Repository>> byRule() {
    return among(
        Keywords.matching(background.preferences().rules(), wish.prompt()).stream()
            .map(rule -> new Candidate(rule.repository(), new Source(Kind.RULE, rule.word())))
            .toList());
  }

  private Optional<Resolution<Repository>> byDefault() {
    return background.levels().stream()
        .flatMap(level ->
            level.defaults().repository().stream()
                .<Resolution<Repository>>map(its -> new Settled<>(its, new Source(level.kind()))))
        .findFirst();
  }

  private Optional<Resolution<Repository>> configured() {
    return background.configured().map(its -> new Settled<>(its, new Source(Kind.CONFIGURED)));
  }

  /// The one repository that all candidates are for, or a tie between several.
  private static Optional<Resolution<Repository>> among(List<Candidate> candidates) {
    var distinct = new ArrayList<Candidate>();
    for (var candidate : candidates) {
      if (distinct.stream().noneMatch(each -> same(each, candidate))) {
        distinct.add(candidate);
      }
    }
    return switch (distinct.size()) {
      case 0 -> Optional.empty();
      case 1 -> {
        var only = distinct.getFirst();
        yield Optional.of(new Settled<>(only.repository(), only.source()));
      }
      default -> Optional.of(new Open<>(new Tie(distinct)));
    };
  }

  private static boolean same(Candidate one, Candidate other) {
    return Known.fullName(one.repository()).equals(Known.fullName(other.repository()));
  }
}
