package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.command.Command;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Manner.Listening;
import dev.tiller.core.settings.Preferences;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a message that was written in a thread without addressing the bot is meant for it all
/// the same. In doubt it is not: nobody is disturbed, and nothing is spent, by mistake.
public final class Overheard {

  private static final Pattern ASIDE =
      Pattern.compile("(?iU)\\(?(?:aside|fyi)\\b.*", Pattern.DOTALL);
  private static final Pattern WORDLESS = Pattern.compile("[^\\p{L}\\p{N}]*");

  /// What people say to each other when something is done.
  private static final Set<String> COURTESY =
      Set.of(
          "thanks",
          "thank you",
          "thx",
          "ty",
          "thanks all",
          "many thanks",
          "ok",
          "okay",
          "k",
          "yes",
          "no",
          "yep",
          "nope",
          "nice",
          "great",
          "cool",
          "awesome",
          "perfect",
          "lgtm",
          "+1",
          "lol",
          "haha",
          "sounds good",
          "good job",
          "well done",
          "danke",
          "danke dir",
          "super",
          "prima",
          "ja",
          "nein",
          "passt",
          "gut");

  private static final int LONGEST_COURTESY = 40;

  private Overheard() {}

  /// What becomes of it.
  public sealed interface Verdict {

    /// It is decided as if it had addressed the bot.
    record Counts() implements Verdict {}

    /// The bot listens here, but not to this.
    ///
    /// @param rule why, for the record
    record Ignored(String rule) implements Verdict {}

    /// The bot does not listen here.
    record Unheard() implements Verdict {}
  }

  private static final Verdict COUNTS = new Verdict.Counts();
  private static final Verdict UNHEARD = new Verdict.Unheard();

  /// @param command what it would be if it were addressed to the bot
  /// @param preferences of its author there
  public static Verdict of(
      Conversation conversation,
      InboundMessage message,
      Command command,
      Preferences preferences,
      Rules rules) {
    boolean set = preferences.etiquette().listen().orElse(false);
    var listening = conversation.manner().listening();
    boolean deaf = listening == Listening.AS_SET ? !set : listening == Listening.OFF && !set;
    if (deaf || message.outsider() || message.edited() || conversation.usableAgents().isEmpty()) {
      return UNHEARD;
    }
    if (command instanceof Command.Nothing) {
      return UNHEARD;
    }
    var unmutes = command instanceof Command.Listen(var on) && on;
    if (listening == Listening.OFF && !unmutes) {
      return new Verdict.Ignored("muted");
    }
    return among(conversation, message, rules);
  }

  private static Verdict among(Conversation conversation, InboundMessage message, Rules rules) {
    if (!message.addressing().others().isEmpty()) {
      return new Verdict.Ignored("mentions others");
    }
    var text = message.text().strip();
    if (ASIDE.matcher(text).matches()) {
      return new Verdict.Ignored("aside");
    }
    if (isCourtesy(text)) {
      return new Verdict.Ignored("courtesy");
    }
    return conversation.usableAgents().stream()
            .anyMatch(agent -> Authority.maySteer(message.author(), agent, rules).allowed())
        ? COUNTS
        : new Verdict.Ignored("may not steer");
  }

  private static boolean isCourtesy(String text) {
    return WORDLESS.matcher(text).matches()
        || (text.length() <= LONGEST_COURTESY
            && COURTESY.contains(
                text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+ ]", "").strip()));
  }
}
