package dev.tiller.app.cli.manifest;

import dev.tiller.manifests.AppName;
import dev.tiller.manifests.BadManifest;
import picocli.CommandLine.Option;

/// What people call the bot.
final class NameOption {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "Tiller",
      description = "How people see the bot (${DEFAULT-VALUE}); at most 30 characters.")
  private String name = AppName.USUAL.text();

  AppName name() throws BadManifest {
    return AppName.parse(name);
  }
}
