package dev.tiller.core.context;

import dev.tiller.core.chat.History;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.ThreadMessage;
import dev.tiller.core.command.ContextChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The messages of a thread that go along with a task.
///
/// @param messages oldest first
/// @param leftOut how many of the wanted ones are missing for their length; older than all others
/// @param older whether there are still older ones that were not looked at
/// @param all whether the whole thread was to be had, not only what was addressed to the bot
public record Excerpt(List<ThreadMessage> messages, int leftOut, boolean older, boolean all) {

  /// Messages at most, unless a number was asked for.
  static final int MOST = 50;

  /// Characters at most, of all messages together.
  static final int LENGTH = 24_000;

  /// Characters at most of one message.
  static final int EACH = 3_000;

  /// What a message costs beyond its text.
  private static final int FRAME = 60;

  public Excerpt {
    messages = List.copyOf(messages);
  }

  /// Chooses the newest messages that were wanted and fit. The bot's own words never go along, nor
  /// do messages that are prompts of the same agent.
  ///
  /// @param asks whose task it is
  /// @param prompts the ids of the agent's prompts
  public static Excerpt of(
      History.Told told, ContextChoice choice, Person asks, Set<String> prompts) {
    var wanted =
        told.messages().stream()
            .filter(message -> !message.own() && !prompts.contains(message.id()))
            .filter(message -> !message.text().isBlank() || !message.attachments().isEmpty())
            .filter(message ->
                !(choice instanceof ContextChoice.Mine) || message.author().id().equals(asks.id()))
            .toList();
    int most = choice instanceof ContextChoice.Last(var number) ? number : MOST;
    var newest = wanted.subList(Math.max(0, wanted.size() - most), wanted.size());
    var fitting = fitting(newest);
    boolean counted = choice instanceof ContextChoice.Last;
    int asked = counted ? newest.size() : wanted.size();
    boolean satisfied = counted && newest.size() == most;
    return new Excerpt(fitting, asked - fitting.size(), !told.complete() && !satisfied, true);
  }

  private static List<ThreadMessage> fitting(List<ThreadMessage> messages) {
    var kept = new ArrayList<ThreadMessage>();
    int length = 0;
    for (var message : messages.reversed()) {
      length += Math.min(EACH, message.text().length()) + FRAME;
      if (length > LENGTH) {
        break;
      }
      kept.addFirst(message);
    }
    return kept;
  }

  /// The same, of what the bot has seen because it was addressed.
  public Excerpt ofSeen() {
    return new Excerpt(messages, leftOut, older, false);
  }

  /// The same with authors called by other names.
  public Excerpt naming(UnaryOperator<Person> names) {
    var named =
        messages.stream()
            .map(it ->
                new ThreadMessage(
                    it.id(),
                    names.apply(it.author()),
                    it.own(),
                    it.at(),
                    it.text(),
                    it.attachments()))
            .toList();
    return new Excerpt(named, leftOut, older, all);
  }

  /// How many people wrote the messages.
  int people() {
    return (int) messages.stream().map(message -> message.author().id()).distinct().count();
  }
}
