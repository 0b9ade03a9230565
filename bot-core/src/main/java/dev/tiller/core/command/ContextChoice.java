package dev.tiller.core.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How much of what was said in a thread goes along with a task.
public sealed interface ContextChoice {

  /// So many messages at most can be asked for.
  int MOST = 200;

  /// As it is written after `context=`.
  String written();

  /// Nothing but the task.
  record None() implements ContextChoice {
    @Override
    public String written() {
      return "none";
    }
  }

  /// The whole thread, as far as it fits.
  record WholeThread() implements ContextChoice {
    @Override
    public String written() {
      return "thread";
    }
  }

  /// The newest messages of the thread.
  ///
  /// @param messages from 1 to [#MOST]
  record Last(int messages) implements ContextChoice {
    public Last {
      if (messages < 1 || messages > MOST) {
        throw new IllegalArgumentException("not from 1 to " + MOST + ": " + messages);
      }
    }

    @Override
    public String written() {
      return "last:" + messages;
    }
  }

  /// Only what the person who asks has written in the thread.
  record Mine() implements ContextChoice {
    @Override
    public String written() {
      return "mine";
    }
  }

  /// Reads what [#written()] wrote, in any case; empty for anything else.
  static Optional<ContextChoice> parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "none" -> Optional.of(new None());
      case "thread" -> Optional.of(new WholeThread());
      case "mine" -> Optional.of(new Mine());
      default -> Counted.parse(text);
    };
  }

  /// The form with a number.
  final class Counted {
    private static final Pattern LAST =
        Pattern.compile("last:(\\d{1,3})", Pattern.CASE_INSENSITIVE);

    private Counted() {}

    private static Optional<ContextChoice> parse(String text) {
      var found = LAST.matcher(text);
      if (!found.matches()) {
        return Optional.empty();
      }
      int messages = Integer.parseInt(found.group(1));
      return messages < 1 || messages > MOST ? Optional.empty() : Optional.of(new Last(messages));
    }
  }
}
