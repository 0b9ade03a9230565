package dev.tiller.core.command;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `explain: fix it`, `dry run fix it`, `explain repo=acme/web fix it`, `explain fix it`.
///
/// Of a task that begins with *explain*, an agent is to explain something: "explain why the login
/// fails". So without a colon the word is the command only before an option or before a verb that
/// tells an agent to do something.
final class ExplainForm {

  /// Stand for the command whatever follows.
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)\\s*(?:explain:|-{0,2}dry[- ]?run(?::|\\b)|what would you do (?:with|for|about)\\b:?)(.*)",
          Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("(?i)\\s*explain\\s(.*)", Pattern.DOTALL);

  /// After options they begin what an agent is to explain.
  private static final Set<String> QUESTIONS =
      Set.of(
          "a", "an", "all", "and", "each", "every", "how", "if", "in", "it", "its", "me", "my",
          "our", "that", "the", "these", "this", "those", "to", "us", "what", "when", "where",
          "whether", "which", "who", "whose", "why", "your");

  private static final Set<String> VERBS =
      Set.of(
          "add",
          "answer",
          "build",
          "bump",
          "change",
          "clean",
          "convert",
          "create",
          "delete",
          "debug",
          "document",
          "drop",
          "enable",
          "disable",
          "fix",
          "format",
          "implement",
          "improve",
          "make",
          "migrate",
          "move",
          "optimize",
          "port",
          "refactor",
          "release",
          "remove",
          "rename",
          "replace",
          "revert",
          "rewrite",
          "run",
          "split",
          "update",
          "upgrade",
          "write",
          "agent");

  private ExplainForm() {}

  static Optional<Command> of(String text) {
    var plain = PLAIN.matcher(text);
    if (plain.matches()) {
      return dryRunOf(text, plain.group(1));
    }
    var word = WORD.matcher(text);
    return word.matches() && isRequest(word.group(1))
        ? Optional.of(new Command.Explain(Whitespace.strip(word.group(1))))
        : Optional.empty();
  }

  /// "dry run mode is broken" is a task.
  private static Optional<Command> dryRunOf(String text, String request) {
    var stripped = Whitespace.strip(request);
    var head = text.substring(0, text.length() - request.length());
    var sure = !head.toLowerCase(Locale.ROOT).contains("dry") || head.endsWith(":");
    return sure || stripped.isEmpty() || isRequest(stripped)
        ? Optional.of(new Command.Explain(stripped))
        : Optional.empty();
  }

  private static boolean isRequest(String request) {
    var message = MessageScanner.scan(request);
    var first = message.first().map(place -> place.of(request).toLowerCase(Locale.ROOT)).orElse("");
    var bare = first.replaceFirst("\\P{L}+$", "");
    return VERBS.contains(bare) || (startsWithOption(message) && !QUESTIONS.contains(bare));
  }

  private static boolean startsWithOption(Message message) {
    return message.groups().stream()
        .findFirst()
        .filter(group -> Whitespace.isBlank(message.text().substring(0, group.place().start())))
        .isPresent();
  }
}
