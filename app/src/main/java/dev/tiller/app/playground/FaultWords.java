package dev.tiller.app.playground;

import dev.tiller.app.standin.cursor.ErrorShape;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.FaultRule.When;
import dev.tiller.app.standin.cursor.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/// Says faults in plain words.
final class FaultWords {

  /// For a rule about every operation.
  static final String ANY = "Any call";

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  private FaultWords() {}

  static String of(Operation operation) {
    return switch (operation) {
      case CREATE_AGENT -> "Launch";
      case PROMPT -> "Follow-up";
      case CANCEL -> "Stop";
      case GET_RUN -> "Look at a run";
      case STREAM -> "Live stream of a run";
      case GET_AGENT -> "Look at an agent";
      case LIST_AGENTS -> "List of agents";
      case LIST_RUNS -> "List of runs";
      case CONVERSATION -> "Conversation";
      case USAGE -> "Usage";
      case ARTIFACTS -> "List of files";
      case DOWNLOAD -> "Address of a file";
      case FILE -> "Fetch of a file";
      case ARCHIVE -> "Archive";
      case UNARCHIVE -> "Unarchive";
      case DELETE_AGENT -> "Delete";
      case ME -> "Who am I";
      case MODELS -> "List of models";
      case REPOSITORIES -> "List of repositories";
      case SUB_TOKEN -> "Token for a user";
      case WEBHOOK -> "Webhook";
    };
  }

  static String of(When when) {
    var parts = new ArrayList<String>();
    if (when.first() > 1 && when.times() == 1) {
      return "call " + when.first() + " only" + lasting(when);
    }
    if (when.first() > 1) {
      parts.add("from call " + when.first() + " on");
    }
    parts.add(
        switch (when.every()) {
          case 1 -> when.times() == 1 ? "the next call" : "every call";
          case 2 -> "every other call";
          default -> "one call in " + when.every();
        });
    if (when.times() > 1) {
      parts.add(when.times() + " times");
    }
    return String.join(", ", parts) + lasting(when);
  }

  private static String lasting(When when) {
    return when.lasting().isZero() ? "" : ", for " + time(when.lasting());
  }

  static String of(Fault fault) {
    return switch (fault) {
      case Fault.Answer it -> "Answered " + it.status() + " by someone else";
      case Fault.Refuse it when it.shape() == ErrorShape.HTML ->
          "Error " + it.status() + ", a gateway's page";
      case Fault.Refuse it -> "Error " + it.status() + detail(it);
      case Fault.RateLimited it -> "Too many requests (429), again in " + time(it.retryAfter());
      case Fault.Slow it -> slow(it);
      case Fault.LostAnswer _ -> "It happens, but the answer is lost";
      case Fault.ConnectionReset _ -> "The connection breaks before it happens";
      case Fault.TruncatedBody _ -> "The answer breaks off";
      case Fault.OddStatus it -> "A status that nobody knows: " + it.status();
      case Fault.ExtraFields _ -> "Fields that nobody knows";
      case Fault.RunEnds it ->
          "The run ends with " + it.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case Fault.CutStream it ->
          "Cut after " + it.frames() + " events" + (it.inside() ? ", inside one" : "");
      case Fault.CutStreamAfter it -> "Cut after " + time(it.time());
      case Fault.StreamUnavailable _ -> "Unavailable, though the run goes on";
      case Fault.StalledStream it -> it.heartbeats() ? "Only heartbeats" : "Falls silent";
      case Fault.WrongStatus it -> "Says " + it.status() + " at the end, whatever happened";
      case Fault.UnknownEvents _ -> "Events that nobody knows";
      case Fault.RepeatedFrames it -> "Every event " + it.times() + " times";
      case Fault.ReplayedStream _ -> "Starts over instead of going on";
      case Fault.HugeLine it -> "A line of " + it.bytes() / 1_000_000 + " MB";
      case Fault.WebhookFirst _ -> "The webhook comes before the answer";
      case Fault.LostWebhook _ -> "Lost";
      case Fault.RepeatedWebhook it -> "Sent " + it.times() + " times";
      case Fault.SwappedWebhook _ -> "Sent after the agent's next one";
    };
  }

  private static String detail(Fault.Refuse refuse) {
    var more = refuse.message().isEmpty() ? refuse.code() : refuse.message();
    return more.isEmpty() ? "" : ": " + more;
  }

  private static String slow(Fault.Slow slow) {
    if (slow.after().isZero()) {
      return "It happens only after " + time(slow.before());
    }
    return slow.before().isZero()
        ? "It happens, answered after " + time(slow.after())
        : "It happens after " + time(slow.before()) + ", answered " + time(slow.after()) + " later";
  }

  private static String time(Duration time) {
    if (time.compareTo(TWO_MINUTES) >= 0) {
      return time.toMinutes() + " minutes";
    }
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
