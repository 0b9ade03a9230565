package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.decide.Causes;
import picocli.CommandLine.ExitCode;

/// What a failed call says to the person at the shell, and the exit code.
record Failures(String sentence, int exitCode) {

  /// `EX_TEMPFAIL` of sysexits.h: trying again later can help.
  private static final int LATER = 75;

  static Failures of(CloudAgentsException failure) {
    return switch (failure) {
      case CloudAgentsException.Refused refused ->
          new Failures(Causes.of(refused), ExitCode.SOFTWARE);
      case CloudAgentsException.NotNow later ->
          new Failures(
              "Cursor is not answering right now (%s). Try again%s."
                  .formatted(
                      later.getMessage(),
                      later
                          .delay()
                          .map(delay -> " in " + Math.max(1, delay.toSeconds()) + " s")
                          .orElse(" later")),
              LATER);
      case CloudAgentsException.Busy _ ->
          new Failures("The agent is busy. Wait for its run to end, or stop it.", LATER);
      case CloudAgentsException.Gone _ ->
          new Failures("Cursor has no such agent or run, or it is over.", ExitCode.SOFTWARE);
      case CloudAgentsException.AlreadyLaunched _ ->
          new Failures("This agent exists already.", ExitCode.SOFTWARE);
      case CloudAgentsException.OutcomeUnknown _ ->
          new Failures(
              "Cursor did not say whether it took this. Look before you repeat it: tiller cursor"
                  + " agents",
              ExitCode.SOFTWARE);
    };
  }
}
