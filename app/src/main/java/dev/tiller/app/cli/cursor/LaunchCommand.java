package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.decide.Unsupported;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "launch", description = "Start an agent. It is not shown in any chat.")
final class LaunchCommand extends SessionCommand {

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "REPOSITORY",
      converter = LaunchChoices.RepositoryOption.class,
      description = "owner/name, or the repository's address.")
  private @Nullable Repository repository;

  @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch to start from.")
  private @Nullable String branch;

  @Option(names = "--model", paramLabel = "MODEL", description = "The model to use.")
  private @Nullable String model;

  @Option(names = "--no-auto-pr", description = "Do not open a pull request at the end.")
  private boolean withoutPullRequest;

  @Mixin private final LaunchChoices choices = new LaunchChoices();

  @Parameters(paramLabel = "TASK", arity = "1..*", description = "What to do.")
  private @Nullable List<String> task;

  private static final int LOOKS = 24;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  LaunchCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      var launched = launch(cursor.agents(), request());
      return new Output(List.of(launched.agent().value(), launched.page().toString()), launched);
    });
  }

  private Launched launch(CloudAgents agents, LaunchRequest request) {
    if (!agents.abilities().features().containsAll(Unsupported.needed(request.options()))) {
      throw new UnsupportedOperationException("launch options");
    }
    try {
      return agents.launch(request);
    } catch (OutcomeUnknown lost) {
      spec().commandLine().getErr().println("The answer was lost; looking for the agent.");
      return found(agents, request).orElseThrow(() -> lost);
    }
  }

  /// Creation can take longer than its caller waits.
  private static Optional<Launched> found(CloudAgents agents, LaunchRequest request) {
    for (int look = 0; look < LOOKS; look++) {
      var found = agents.findLaunch(request);
      if (found.isPresent()) {
        return found;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return Optional.empty();
  }

  private LaunchRequest request() {
    return new LaunchRequest(
        UUID.randomUUID(),
        String.join(" ", Objects.requireNonNull(task)),
        Objects.requireNonNull(repository),
        Optional.ofNullable(branch),
        Optional.ofNullable(model),
        !withoutPullRequest && !choices.options().currentBranch(),
        Optional.empty(),
        choices.options(),
        List.of(),
        Optional.empty());
  }
}
