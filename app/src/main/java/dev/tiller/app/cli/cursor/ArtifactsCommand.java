package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.agents.AgentRecords.Content;
import dev.tiller.core.agents.CloudService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "artifacts", description = "List the files that an agent has left, or fetch them.")
final class ArtifactsCommand extends AgentCommand {

  private static final long MOST = 200L << 20;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Fetch them into this folder. Files that are there already are left alone.")
  private @Nullable Path folder;

  ArtifactsCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      var artifacts = cursor.records().artifacts(agent());
      var lines = new ArrayList<>(lines(artifacts));
      if (folder != null) {
        Files.createDirectories(folder);
        for (var artifact : artifacts) {
          lines.add(fetch(cursor, artifact, folder));
        }
      }
      return new Output(lines, Map.of("items", artifacts));
    });
  }

  private static List<String> lines(List<Artifact> artifacts) {
    var table = Table.of("PATH", "BYTES");
    artifacts.forEach(it -> table.row(it.path(), String.valueOf(it.bytes())));
    return artifacts.isEmpty() ? List.of("It has left no files.") : table.lines();
  }

  /// The file's name is the agent's word: only its last part counts, and it cannot be hidden.
  private String fetch(CloudService cursor, Artifact artifact, Path into) throws IOException {
    var name = artifact.name().replaceAll("[^\\w. -]", "_").replaceFirst("^[.]+", "_");
    var file = into.resolve(name.isBlank() ? "artifact" : name);
    if (Files.exists(file)) {
      return "Left alone, it is there already: " + file;
    }
    return switch (cursor.records().fetch(agent(), artifact, MOST)) {
      case Content.Bytes(var content, _) -> {
        Files.write(file, content, StandardOpenOption.CREATE_NEW);
        yield "Fetched: " + file;
      }
      case Content.TooLarge() -> "Too large to fetch: " + artifact.path();
    };
  }
}
