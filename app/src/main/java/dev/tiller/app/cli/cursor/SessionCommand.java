package dev.tiller.app.cli.cursor;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// One command of `tiller cursor`.
@Command(mixinStandardHelpOptions = true)
abstract class SessionCommand implements Callable<Integer> {

  private final Session session;
  @Spec private @Nullable CommandSpec spec;

  SessionCommand(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }

  /// Runs the task and prints its answer, as [#call] does it.
  int run(Session.Task task) throws Exception {
    return session.run(spec(), task);
  }
}
