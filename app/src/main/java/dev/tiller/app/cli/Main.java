package dev.tiller.app.cli;

import java.io.PrintWriter;

/// Where the process begins.
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    var programs = new Programs(Main::notWired, Main::notWired);
    var out = new PrintWriter(System.out, true, System.out.charset());
    var err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(new Cli(programs, System.getenv(), Keeper::untilSignal, out, err).run(arguments));
  }

  private static AutoCloseable notWired(Object settings) throws StartFailure {
    throw new StartFailure("This build has no bot yet.");
  }
}
