package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.Account.KeyOwner;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// What the key has: its owner, models and repositories.
final class AccountCommands {

  private AccountCommands() {}

  @Command(name = "me", description = "Show whose key this is.")
  static final class Me extends SessionCommand {
    Me(Session session) {
      super(session);
    }

    @Override
    public Integer call() throws Exception {
      return run(cursor -> {
        var me = cursor.account().me();
        return new Output(lines(me), me);
      });
    }

    private static List<String> lines(KeyOwner me) {
      return Table.facts(
          "Key", me.key(),
          "Owner", me.name().orElse(""),
          "Email", me.email().orElse("a service account"),
          "Created", me.createdAt().map(String::valueOf).orElse(""));
    }
  }

  @Command(name = "models", description = "List the models that agents can use.")
  static final class Models extends SessionCommand {
    Models(Session session) {
      super(session);
    }

    @Override
    public Integer call() throws Exception {
      return run(cursor -> {
        var models = cursor.account().models();
        var table = Table.of("ID", "NAME", "ALSO");
        models.forEach(it -> table.row(it.id(), it.name(), String.join(", ", it.aliases())));
        return new Output(table.lines(), Map.of("items", models));
      });
    }
  }

  @Command(
      name = "repositories",
      aliases = "repos",
      description =
          "List the repositories that agents can work in. Cursor takes up to a minute for it and"
              + " allows it once a minute.")
  static final class Repositories extends SessionCommand {
    Repositories(Session session) {
      super(session);
    }

    @Override
    public Integer call() throws Exception {
      return run(cursor -> {
        var repositories = cursor.account().repositories();
        return new Output(
            repositories.stream().map(it -> it.url().toString()).toList(),
            Map.of("items", repositories));
      });
    }
  }
}
