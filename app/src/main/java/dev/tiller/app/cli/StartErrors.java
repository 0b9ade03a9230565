package dev.tiller.app.cli;

import dev.tiller.app.config.BadSettings;
import java.net.BindException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says why a program did not start: what a person can mend in plain words, anything else in the
/// log.
final class StartErrors implements IExecutionExceptionHandler {

  /// `EX_CONFIG` of sysexits.h.
  private static final int BAD_SETTINGS = 78;

  private static final Logger log = LoggerFactory.getLogger(StartErrors.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    var err = command.getErr();
    var name = command.getCommandSpec().qualifiedName();
    switch (failure) {
      case BadSettings bad -> {
        err.println(name + ": please mend these settings:");
        bad.problems().forEach(it -> err.println("  " + it));
        err.println("What they are: " + name + " --help");
        return BAD_SETTINGS;
      }
      case StartFailure _, BindException _ -> err.println(name + ": " + failure.getMessage());
      default -> {
        log.atError().setCause(failure).log("did not start");
        err.println(name + ": did not start, for the reason in the log.");
      }
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
