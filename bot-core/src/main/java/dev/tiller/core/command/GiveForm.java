package dev.tiller.core.command;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `give @ben`, `give #2 @ben`, `give agent 2 to @ben`, `hand over to @ben`. A message with more
/// words is a task.
final class GiveForm {

  private static final Pattern FORM =
      Pattern.compile(
          "(?iU)\\s*(?:please\\s+)?(?:give|hand\\s+over)\\s+(?:it\\s+|(?:the\\s+)?agent\\s+)?"
              + "(?:#?(\\d{1,3})\\s+)?(?:to\\s+)?@([^\\s,;@]{1,300}?)[.,!]?"
              + "(?:\\s+#(\\d{1,3}))?(?:\\s+please)?[.!]?\\s*");

  /// What a person is written with besides.
  private static final int LONGEST = 500;

  private GiveForm() {}

  static Optional<Command> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var found = FORM.matcher(text);
    return found.matches()
        ? Optional.of(
            new Command.Give(
                Stream.of(1, 3)
                    .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
                    .map(Integer::valueOf)
                    .findFirst(),
                found.group(2)))
        : Optional.empty();
  }
}
