package dev.tiller.app.cli;

import static java.util.stream.Collectors.joining;

import dev.tiller.app.Nearest;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Answers a wrong command line in two lines: what is wrong, with the nearest right word, and where
/// to read more.
final class UsageErrors implements IParameterExceptionHandler {

  private static final double NEAR = 0.75;

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    var command = failure.getCommandLine();
    var name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + sentence(failure, command));
    command.getErr().println("Try: " + name + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException failure, CommandLine command) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().getFirst(), command.getCommandSpec());
    }
    if (failure instanceof MissingParameterException missing
        && missing.getMissing().getFirst() instanceof OptionSpec option) {
      return option.required() ? needed(missing) : option.longestName() + " needs a value.";
    }
    return String.valueOf(failure.getMessage());
  }

  /// All that have to be given and were not, or came without a value.
  private static String needed(MissingParameterException failure) {
    return failure.getMissing().stream()
        .filter(OptionSpec.class::isInstance)
        .map(OptionSpec.class::cast)
        .map(it -> it.longestName() + " " + it.paramLabel())
        .collect(joining(" and ", "it needs ", "."));
  }

  private static String unknown(String word, CommandSpec command) {
    if (word.startsWith("-")) {
      var meant = Nearest.to(dashless(word), options(command).map(UsageErrors::dashless), NEAR);
      return "there is no option " + word + "." + didYouMean(meant.map("--"::concat));
    }
    if (command.subcommands().isEmpty()) {
      return "it takes no argument such as " + word + ".";
    }
    var meant = Nearest.to(word, command.subcommands().keySet().stream(), NEAR);
    return "there is no command " + word + "." + didYouMean(meant);
  }

  private static String didYouMean(Optional<String> meant) {
    return meant.map(it -> " Did you mean " + it + "?").orElse("");
  }

  private static String dashless(String option) {
    return option.replaceFirst("^-+", "").replaceFirst("=.*", "");
  }

  private static Stream<String> options(CommandSpec command) {
    return command.options().stream().map(OptionSpec::longestName);
  }
}
