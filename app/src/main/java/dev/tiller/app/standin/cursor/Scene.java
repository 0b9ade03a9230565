package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Step.Thought;
import dev.tiller.app.standin.cursor.Step.ToolCall;
import dev.tiller.app.standin.cursor.Step.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// One visible piece of an agent's work.
///
/// @param closing what ends it, when it is a tool call
record Scene(Step opening, Optional<Step> closing) {

  /// What an agent does on its way to an ending; each call of a supplier makes a new piece.
  static List<Supplier<Scene>> all(Agent agent, Ending ending) {
    var place = Place.of(agent);
    var scenes = new ArrayList<Supplier<Scene>>();
    scenes.add(() -> thought("I should see how this is laid out before I change anything."));
    scenes.add(() -> words("I'll look at the code that this touches first.\n\n"));
    scenes.add(() -> read("README.md", "# " + agent.name() + "\n", 1));
    scenes.add(() -> grep(place));
    scenes.add(() -> read(place.file(), "// " + place.symbol() + "\n", 118));
    scenes.add(
        () -> thought("The missing case is in " + place.symbol() + ". A small change will do."));
    switch (ending) {
      case PULL_REQUEST, BRANCH -> scenes.addAll(changes(agent, place, ending));
      case NOTHING -> scenes.add(() -> words("This seems to be handled already.\n\n"));
      case ERROR, EXPIRED -> scenes.add(() -> shell(place.test(), "1 failed, 41 passed", 1));
    }
    return scenes;
  }

  private static List<Supplier<Scene>> changes(Agent agent, Place place, Ending ending) {
    Supplier<Scene> last =
        ending == Ending.PULL_REQUEST
            ? () -> pullRequest(agent)
            : () -> words("The branch is pushed.\n\n");
    return List.of(
        () -> edit(place.file()),
        () -> shell(place.test(), "42 passed", 0),
        () -> shell("git push -u origin HEAD", "branch 'HEAD' set up to track 'origin'", 0),
        last);
  }

  private static Scene words(String text) {
    return new Scene(new Words(text), Optional.empty());
  }

  private static Scene thought(String text) {
    return new Scene(new Thought(text), Optional.empty());
  }

  private static Scene read(String path, String content, int lines) {
    var result = Json.map("content", content, "totalLines", lines);
    result.put("fileSize", content.length());
    result.put("path", path);
    return tool("read_file", Map.of("path", path), result);
  }

  private static Scene grep(Place place) {
    return tool(
        "grep_search",
        Json.map("pattern", place.symbol(), "path", "."),
        Map.of("matches", List.of(place.file())));
  }

  private static Scene edit(String path) {
    return tool("edit_file", Map.of("path", path), Json.map("linesAdded", 14, "linesRemoved", 3));
  }

  private static Scene shell(String command, String output, int exitCode) {
    var result = Json.map("exitCode", exitCode, "signal", "");
    result.put("stdout", output + "\n");
    result.put("stderr", "");
    result.put("executionTime", 2300);
    return tool("run_terminal_cmd", Map.of("command", command), result);
  }

  private static Scene pullRequest(Agent agent) {
    return tool(
        "pr_management",
        Json.map("action", "create_pr", "title", agent.name()),
        Json.map(
            "content",
            List.of(Map.of("text", Map.of("text", "Pull request created"))),
            "isError",
            false));
  }

  private static Scene tool(String name, Map<String, Object> args, Map<String, Object> result) {
    var id = "call_" + UUID.randomUUID();
    return new Scene(
        new ToolCall(id, name, args, Optional.empty()),
        Optional.of(new ToolCall(id, name, args, Optional.of(result))));
  }
}
