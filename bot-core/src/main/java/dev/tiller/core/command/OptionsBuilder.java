package dev.tiller.core.command;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import java.util.List;
import java.util.Optional;

/// Gathers the options of a message.
final class OptionsBuilder {

  private List<Repository> repositories = List.of();
  private Optional<PullRequest> pullRequest = Optional.empty();
  private Optional<Pick> branch = Optional.empty();
  private Optional<Pick> model = Optional.empty();
  private Optional<Boolean> autoPr = Optional.empty();
  private Optional<Mode> mode = Optional.empty();
  private Optional<Boolean> currentBranch = Optional.empty();
  private Optional<String> machine = Optional.empty();
  private Optional<String> pool = Optional.empty();
  private Optional<Boolean> selfHosted = Optional.empty();
  private Optional<ContextChoice> context = Optional.empty();
  private Optional<String> repositoryName = Optional.empty();

  OptionsBuilder repositories(List<Repository> values) {
    repositories = values;
    repositoryName = Optional.empty();
    return this;
  }

  OptionsBuilder repositoryName(String name) {
    repositories = List.of();
    repositoryName = Optional.of(name);
    return this;
  }

  OptionsBuilder pullRequest(PullRequest value) {
    pullRequest = Optional.of(value);
    return this;
  }

  OptionsBuilder branch(Pick value) {
    branch = Optional.of(value);
    return this;
  }

  OptionsBuilder model(Pick value) {
    model = Optional.of(value);
    return this;
  }

  OptionsBuilder autoPr(boolean value) {
    autoPr = Optional.of(value);
    return this;
  }

  OptionsBuilder mode(Mode value) {
    mode = Optional.of(value);
    return this;
  }

  OptionsBuilder currentBranch(boolean value) {
    currentBranch = Optional.of(value);
    return this;
  }

  OptionsBuilder machine(String name) {
    machine = Optional.of(name);
    return this;
  }

  OptionsBuilder pool(String name) {
    pool = Optional.of(name.equalsIgnoreCase(Options.DEFAULT_POOL) ? Options.DEFAULT_POOL : name);
    return this;
  }

  OptionsBuilder selfHosted(boolean value) {
    selfHosted = Optional.of(value);
    return this;
  }

  OptionsBuilder context(ContextChoice value) {
    context = Optional.of(value);
    return this;
  }

  Options build() {
    return new Options(
        repositories,
        pullRequest,
        branch,
        model,
        autoPr,
        mode,
        currentBranch,
        machine,
        pool,
        selfHosted,
        context,
        repositoryName);
  }
}
