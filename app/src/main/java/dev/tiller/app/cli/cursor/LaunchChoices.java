package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.LaunchOptions.Kind;
import dev.tiller.core.agents.LaunchOptions.Place;
import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// How and where a launched agent works, on the command line.
final class LaunchChoices {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--pr",
      paramLabel = "URL",
      converter = PullRequestOption.class,
      description = "An existing pull request to work on.")
  private @Nullable PullRequest pullRequest;

  @Option(
      names = "--also",
      paramLabel = "REPOSITORY",
      converter = RepositoryOption.class,
      description = "A further repository; may be given again.")
  private final List<Repository> further = new ArrayList<>();

  @Option(names = "--plan", description = "Only make a plan.")
  private boolean plan;

  @Option(
      names = "--current-branch",
      description = "Push to the branch it starts from instead of a new one.")
  private boolean currentBranch;

  @Option(names = "--machine", paramLabel = "NAME", description = "A self-hosted machine.")
  private @Nullable String machine;

  @Option(
      names = "--pool",
      paramLabel = "NAME",
      description = "A self-hosted pool; default is the default one.")
  private @Nullable String pool;

  LaunchOptions options() {
    return new LaunchOptions(
        Optional.ofNullable(pullRequest).map(PullRequest::url),
        further,
        plan,
        currentBranch,
        place());
  }

  private Optional<Place> place() {
    if (machine != null && pool != null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--machine and --pool exclude each other: keep one.");
    }
    var onMachine =
        Optional.ofNullable(machine).map(name -> new Place(Kind.MACHINE, Optional.of(name)));
    return onMachine.or(() ->
        Optional.ofNullable(pool)
            .map(name ->
                new Place(Kind.POOL, Optional.of(name).filter(it -> !it.equals("default")))));
  }

  /// Reads a repository as messages name it.
  static final class RepositoryOption implements ITypeConverter<Repository> {
    @Override
    public Repository convert(String written) {
      return Repository.parse(written)
          .orElseThrow(() ->
              new TypeConversionException("must be owner/name or a web address, not " + written));
    }
  }

  private static final class PullRequestOption implements ITypeConverter<PullRequest> {
    @Override
    public PullRequest convert(String written) {
      return PullRequest.parse(written)
          .orElseThrow(() ->
              new TypeConversionException("must be a pull request's web address, not " + written));
    }
  }
}
