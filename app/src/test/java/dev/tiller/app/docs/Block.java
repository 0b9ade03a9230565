package dev.tiller.app.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A fenced block of a Markdown document.
///
/// @param line of the document, from 1, on which it begins
/// @param language what stands behind the fence; empty when nothing does
record Block(int line, String language, Optional<Mark> mark, String text) {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "shell", "zsh", "console");
  private static final Pattern COMMANDS =
      Pattern.compile("(?m)^\\s*(\\$ |\\./|sudo |mvn |docker |curl )");

  /// Whether it is something to type into a shell.
  boolean isShell() {
    return SHELLS.contains(language) || (language.isEmpty() && COMMANDS.matcher(text).find());
  }

  /// All blocks of a document, in order.
  static List<Block> of(String markdown) {
    var lines = markdown.lines().toList();
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.strip().startsWith("```")) {
        int begin = i;
        int end = begin + 1;
        while (end < lines.size() && !lines.get(end).strip().equals("```")) {
          end++;
        }
        var mark = begin == 0 ? Optional.<Mark>empty() : Mark.of(lines.get(begin - 1));
        var text = String.join("\n", lines.subList(begin + 1, Math.min(end, lines.size())));
        blocks.add(
            new Block(begin + 1, line.strip().substring(3).strip(), mark, text.stripIndent()));
        i = end;
      }
    }
    return blocks;
  }
}
