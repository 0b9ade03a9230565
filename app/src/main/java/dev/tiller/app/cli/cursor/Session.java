package dev.tiller.app.cli.cursor;

import dev.tiller.app.cli.ConfigFile;
import dev.tiller.app.cli.LogLevels;
import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.config.Settings.LogLevel;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.cursor.ApiKey;
import dev.tiller.core.cursor.ApiVersion;
import dev.tiller.core.cursor.CursorClients;
import dev.tiller.core.cursor.CursorConnection;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What all of `tiller cursor` share: how to reach Cursor, and how to answer.
final class Session {

  private final Map<String, String> environment;

  @Mixin private final ConfigFile config = new ConfigFile();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer in JSON, for programs.")
  private boolean json;

  Session(Map<String, String> environment) {
    this.environment = environment;
  }

  boolean json() {
    return json;
  }

  /// A call of the API and what it answers.
  @FunctionalInterface
  interface Task {
    Output run(CloudService cursor) throws IOException;
  }

  /// Runs a task and prints its answer, or why there is none.
  ///
  /// @return the exit code
  int run(CommandSpec command, Task task) throws IOException, BadSettings {
    return call(
        command,
        cursor -> {
          task.run(cursor).print(command.commandLine().getOut(), json);
          return ExitCode.OK;
        });
  }

  /// A call that prints by itself and knows its exit code.
  @FunctionalInterface
  interface Call {
    int run(CloudService cursor) throws IOException;
  }

  int call(CommandSpec command, Call call) throws IOException, BadSettings {
    if (!environment.containsKey("TILLER_LOG_LEVEL")) {
      LogLevels.set(LogLevel.ERROR);
    }
    var settings = Settings.loadCursor(environment, config.path());
    var connection = CursorConnection.of(settings.apiUrl(), new ApiKey(settings.apiKey().reveal()));
    try (var client = CursorClients.httpClient(connection)) {
      return call.run(
          CursorClients.of(version(settings.api()), connection, client, InstantSource.system()));
    } catch (CloudAgentsException e) {
      return failed(command, Failures.of(e));
    } catch (UnsupportedOperationException _) {
      return failed(
          command,
          new Failures(
              "Cursor API %s has no such thing. Set CURSOR_API=v1 for it."
                  .formatted(version(settings.api()).word()),
              ExitCode.SOFTWARE));
    }
  }

  private static int failed(CommandSpec command, Failures failure) {
    command
        .commandLine()
        .getErr()
        .println(command.qualifiedName() + ": " + Output.harmless(failure.sentence()));
    return failure.exitCode();
  }

  private static ApiVersion version(CursorApi api) {
    return switch (api) {
      case V1 -> ApiVersion.V1;
      case V0 -> ApiVersion.V0;
    };
  }
}
