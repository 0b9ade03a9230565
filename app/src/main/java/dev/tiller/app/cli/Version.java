package dev.tiller.app.cli;

import dev.tiller.app.Build;
import picocli.CommandLine.IVersionProvider;

/// The version, the commit it was built from, and the Java it runs on.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {Build.current().line()};
  }
}
