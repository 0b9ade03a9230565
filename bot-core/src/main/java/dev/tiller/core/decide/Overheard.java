package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.command.Command;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Manner.Listening;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
  /// @param around what bears on its author there
  public static Verdict of(
      Conversation conversation, InboundMessage message, Command command, Surroundings around) {
    boolean set = around.preferences().etiquette().listen().orElse(false);
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
    return among(conversation, message, command, around);
  }

  private static Verdict among(
      Conversation conversation, InboundMessage message, Command command, Surroundings around) {
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
    return steered(conversation, message, command, around)
        ? COUNTS
        : new Verdict.Ignored("may not steer");
  }

  /// Whether its author may steer the agent that it would go to. Where it could go to several,
  /// nobody is asked which unless the author may steer them all.
  private static boolean steered(
      Conversation conversation, InboundMessage message, Command command, Surroundings around) {
    Predicate<Agent> may =
        agent -> Authority.maySteer(message.author(), agent, around.rules()).allowed();
    if (!isPrompt(command)) {
      return conversation.usableAgents().stream().anyMatch(may);
    }
    return switch (destination(conversation, message, command, around)) {
      case Destination.To(var agent) -> may.test(agent);
      case Destination.Undecided(var agents) -> agents.stream().allMatch(may);
      default -> conversation.usableAgents().stream().anyMatch(may);
    };
  }

  private static boolean isPrompt(Command command) {
    return command instanceof Command.Ask || command instanceof Command.FollowUp;
  }

  private static Destination destination(
      Conversation conversation, InboundMessage message, Command command, Surroundings around) {
    var number =
        command instanceof Command.FollowUp(var its, _, _)
            ? Optional.of(its)
            : Optional.<Integer>empty();
    var answered = message.addressing().answers().flatMap(around.memory().runOfMessage());
    return Destination.of(conversation, number, answered);
  }

  private static boolean isCourtesy(String text) {
    return WORDLESS.matcher(text).matches()
        || (text.length() <= LONGEST_COURTESY
            && COURTESY.contains(
                text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+ ]", "").strip()));
  }
}
