package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Artifact.Content;
import dev.tiller.app.standin.cursor.Artifact.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The files of agents: each finished run leaves those that its prompt's words ask for, usually a
/// screenshot, a short video, a log and a report.
final class Artifacts {

  /// The service lists no more.
  private static final int MOST = 100;

  private static final int MANY = 120;
  private static final int LARGE = 12 << 20;

  private static final Content SCREENSHOT = resource("screenshot.png");
  private static final Content VIDEO = resource("demo.mp4");

  private Artifacts() {}

  /// Made when it is first wished for.
  private static final class Large {
    static final Content TRACE = text("0123456789abcde\n".repeat(LARGE / 16));
  }

  /// What an agent has left so far, oldest first.
  static List<Artifact> of(Agent agent) {
    var files = new ArrayList<Artifact>();
    int number = 0;
    for (var run : agent.runs()) {
      number++;
      if (run.status() == RunStatus.FINISHED) {
        files.addAll(of(agent, run, number));
      }
    }
    return List.copyOf(files.subList(0, Math.min(MOST, files.size())));
  }

  /// Finds a file by its name.
  static Optional<Artifact> find(Agent agent, String name) {
    return of(agent).stream().filter(file -> file.name().equals(name)).findFirst();
  }

  private static List<Artifact> of(Agent agent, Run run, int number) {
    var wishes = Wishes.of(run.prompt().text());
    var files = new ArrayList<Artifact>();
    for (var kind : wishes.artifacts()) {
      files.add(kind.of(number, content(kind, agent, run), run.updatedAt()));
    }
    for (int i = 1; wishes.manyArtifacts() && i <= MANY; i++) {
      var name = "step-%d-%03d.txt".formatted(number, i);
      var text = text("Step " + i + "\n");
      files.add(new Artifact(name, "text/plain; charset=utf-8", text, run.updatedAt()));
    }
    return files;
  }

  private static Content content(Kind kind, Agent agent, Run run) {
    return switch (kind) {
      case SCREENSHOT -> SCREENSHOT;
      case VIDEO -> VIDEO;
      case LOG -> text(log(agent));
      case REPORT -> text("# " + agent.name() + "\n\n" + run.result().orElse("") + "\n");
      case LARGE -> Large.TRACE;
    };
  }

  private static String log(Agent agent) {
    return """
    $ %s

      42 passed
      0 failed

    Done in 2.3 s
    """
        .formatted(Place.of(agent).test());
  }

  private static Content text(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Content resource(String name) {
    try (var in = Artifacts.class.getResourceAsStream("/standin/" + name)) {
      return new Content(Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
