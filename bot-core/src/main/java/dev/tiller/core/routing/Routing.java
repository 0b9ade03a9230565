package dev.tiller.core.routing;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Mention;
import dev.tiller.core.command.Mentions;
import dev.tiller.core.command.Pick;
import dev.tiller.core.routing.Background.Level;
import dev.tiller.core.routing.Doubt.UnknownModel;
import dev.tiller.core.routing.Resolution.Open;
import dev.tiller.core.routing.Resolution.Settled;
import dev.tiller.core.routing.Source.Kind;
import dev.tiller.core.settings.Defaults;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Chooses where and how a request is carried out; docs/routing.md says by which rules.
public final class Routing {

  private final Wish wish;
  private final List<Mention> mentions;
  private final Background background;

  private Routing(Wish wish, List<Mention> mentions, Background background) {
    this.wish = wish;
    this.mentions = mentions;
    this.background = background;
  }

  public static Route of(Wish wish, Background background) {
    return of(wish, Mentions.in(wish.prompt(), its -> names(its, background)), background);
  }

  /// @param mentions what the words of the task may name
  static Route of(Wish wish, List<Mention> mentions, Background background) {
    return new Routing(wish, mentions, background).route();
  }

  private static boolean names(Mention mention, Background background) {
    return switch (mention.kind()) {
      case REPOSITORY -> !background.called(mention.name()).isEmpty();
      case MODEL -> background.known().model(mention.name()).isPresent();
      case BRANCH -> true;
    };
  }

  private Route route() {
    var repository = new RepositoryRouting(wish, mentions, background).route();
    return new Route(
        repository, branch(repository.settled().map(Settled::value)), model(), autoPr());
  }

  private Settled<Pick> branch(Optional<Repository> repository) {
    if (wish.options().pullRequest().isPresent()) {
      return new Settled<>(new Pick.Auto(), new Source(Kind.PULL_REQUEST));
    }
    return option(wish.options().branch(), "branch=")
        .or(this::mentionedBranch)
        .or(() -> repository.flatMap(its -> branchOf(its, background)))
        .orElseGet(() -> new Settled<>(new Pick.Auto(), new Source(Kind.SERVICE)));
  }

  private Optional<Settled<Pick>> mentionedBranch() {
    return mentioned(Mention.Kind.BRANCH)
        .findFirst()
        .map(its -> new Settled<>(new Pick.Named(its.name()), from(its)));
  }

  /// The branch that somebody has set for a repository. A level's branch is one of the level's own
  /// repository, or of the one it inherits; it says nothing about others.
  public static Optional<Settled<Pick>> branchOf(Repository repository, Background background) {
    return background.levels().stream()
        .filter(level -> home(level, background).equals(Optional.of(repository)))
        .flatMap(level -> settled(level, Defaults::branch).stream())
        .findFirst();
  }

  private static Optional<Repository> home(Level level, Background background) {
    return level
        .defaults()
        .repository()
        .or(() -> background.preferences().workspace().repository())
        .or(background::configured);
  }

  private Resolution<Pick> model() {
    var picked =
        wish.picked()
            .model()
            .<Resolution<Pick>>map(its -> new Settled<>(its, new Source(Kind.CHOSEN)));
    return picked
        .or(() ->
            option(wish.options().model(), "model=")
                .or(this::mentionedModel)
                .or(() -> byLevel(Defaults::model))
                .map(this::checked))
        .orElseGet(() -> new Settled<>(new Pick.Auto(), new Source(Kind.SERVICE)));
  }

  private Optional<Settled<Pick>> mentionedModel() {
    return mentioned(Mention.Kind.MODEL)
        .flatMap(its ->
            background.known().model(its.name()).stream()
                .map(model -> new Settled<>(pick(model), from(its))))
        .findFirst();
  }

  /// A service may list its own choice among the models, as `default`.
  private static Pick pick(String listed) {
    return Pick.model(listed).orElseGet(() -> new Pick.Named(listed));
  }

  /// A model that the service does not list would be refused, or cost what nobody meant to spend.
  private Resolution<Pick> checked(Settled<Pick> asked) {
    var known = background.known();
    var name = asked.value().name();
    if (name.isEmpty() || known.models().isEmpty()) {
      return asked;
    }
    return known
        .model(name.get())
        .<Resolution<Pick>>map(its -> new Settled<>(pick(its), asked.source()))
        .orElseGet(() ->
            new Open<>(
                new UnknownModel(name.get(), asked.source(), Likeness.toModel(name.get(), known))));
  }

  /// Who pushes to the branch they started from has a pull request opened only when they say so.
  private Settled<Boolean> autoPr() {
    var currentBranch =
        wish.options()
            .currentBranch()
            .filter(yes -> yes)
            .map(_ -> new Settled<>(false, new Source(Kind.OPTION, "current_branch=")));
    return option(wish.options().autoPr(), "autopr=")
        .or(() -> currentBranch)
        .or(() -> byLevel(Defaults::autoPr))
        .orElseGet(() -> new Settled<>(true, new Source(Kind.USUAL)));
  }

  private Stream<Mention> mentioned(Mention.Kind kind) {
    return mentions.stream().filter(mention -> mention.kind() == kind);
  }

  private static Source from(Mention mention) {
    return new Source(Kind.MENTION, mention.phrase());
  }

  private static <T> Optional<Settled<T>> option(Optional<T> written, String option) {
    return written.map(its -> new Settled<>(its, new Source(Kind.OPTION, option)));
  }

  private <T> Optional<Settled<T>> byLevel(Function<Defaults, Optional<T>> part) {
    return background.levels().stream().flatMap(level -> settled(level, part).stream()).findFirst();
  }

  private static <T> Optional<Settled<T>> settled(
      Level level, Function<Defaults, Optional<T>> part) {
    return part.apply(level.defaults()).map(its -> new Settled<>(its, new Source(level.kind())));
  }
}
