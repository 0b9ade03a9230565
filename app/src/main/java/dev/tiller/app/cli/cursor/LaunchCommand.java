package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Repository;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

  LaunchCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      var launched = cursor.agents().launch(request());
      return new Output(List.of(launched.agent().value(), launched.page().toString()), launched);
    });
  }

  private LaunchRequest request() {
    return new LaunchRequest(
        UUID.randomUUID(),
        String.join(" ", Objects.requireNonNull(task)),
        Objects.requireNonNull(repository),
        Optional.ofNullable(branch),
        Optional.ofNullable(model),
        !withoutPullRequest,
        Optional.empty(),
        choices.options(),
        List.of(),
        Optional.empty());
  }
}
