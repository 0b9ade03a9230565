package dev.tiller.app.cli;

import dev.tiller.app.RunningBot;
import dev.tiller.app.playground.Playground;
import java.io.PrintWriter;

/// Where the process begins.
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    var programs = new Programs(RunningBot::start, Playground::start);
    var out = new PrintWriter(System.out, true, System.out.charset());
    var err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(new Cli(programs, System.getenv(), Keeper::untilSignal, out, err).run(arguments));
  }
}
