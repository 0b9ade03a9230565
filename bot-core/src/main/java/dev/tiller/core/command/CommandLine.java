package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells options with dashes from those of command lines that are a part of the task.
final class CommandLine {

  /// So much of the line is looked at in each direction.
  private static final int REACH = 100;

  private static final Set<String> TOOLS =
      Set.of(
          "$",
          "%",
          "aider",
          "aws",
          "az",
          "bazel",
          "bun",
          "cargo",
          "claude",
          "codex",
          "curl",
          "cursor-agent",
          "deno",
          "docker",
          "gcloud",
          "gh",
          "git",
          "glab",
          "go",
          "gradle",
          "helm",
          "java",
          "kubectl",
          "llm",
          "make",
          "mvn",
          "node",
          "npm",
          "npx",
          "ollama",
          "pip",
          "pnpm",
          "podman",
          "poetry",
          "pytest",
          "python",
          "python3",
          "ruby",
          "sudo",
          "terraform",
          "uv",
          "vllm",
          "yarn");

  private static final Pattern FLAG = Pattern.compile("(?<!\\S)--?([A-Za-z][A-Za-z0-9_-]{0,40})");
  private static final Pattern WORD =
      Pattern.compile("(?<!\\S)[$%A-Za-z][A-Za-z0-9_./-]{0,40}(?!\\S)");

  private CommandLine() {}

  /// The option as it is, with a doubt, or nothing where it plainly was not written for us.
  static Optional<OptionGroup> judge(Spot spot, OptionGroup group) {
    if (spot.leads()) {
      return Optional.of(group);
    }
    var text = spot.text();
    var before = lastLine(text.substring(Math.max(0, spot.at() - REACH), spot.at()));
    var end = group.place().end();
    var after = firstLine(text.substring(end, Math.min(text.length(), end + REACH)));
    var words = WORD.matcher(before).results().map(found -> found.group()).toList();
    if (!words.isEmpty()
        && isTool(words.getFirst())
        && before.stripLeading().startsWith(words.getFirst())) {
      return Optional.empty();
    }
    return words.stream().anyMatch(CommandLine::isTool)
            || hasOtherFlags(before)
            || hasOtherFlags(after)
        ? Optional.of(doubtful(spot, group))
        : Optional.of(group);
  }

  private static OptionGroup doubtful(Spot spot, OptionGroup group) {
    var word = group.words().getFirst();
    var key = word.option().key();
    var flag = word.place().equals(word.name());
    var place = new Range(spot.at(), flag ? word.name().end() : word.place().start());
    var sentence = Finding.literally(Texts.get("problem.command-line", word.key(), key));
    var finding = new Finding(sentence, place, key + "=" + (flag ? word.value() : ""));
    return new OptionGroup(group.place(), group.words(), List.of(finding));
  }

  private static boolean isTool(String word) {
    return TOOLS.contains(word) || word.startsWith("./");
  }

  private static boolean hasOtherFlags(String line) {
    return FLAG.matcher(line)
        .results()
        .map(found -> found.group(1))
        .anyMatch(name ->
            OptionNames.called(name).isEmpty()
                && OptionNames.resembling(name, _ -> true).isEmpty());
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private static String firstLine(String text) {
    var end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
