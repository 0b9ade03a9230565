package dev.tiller.slack;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.Reaction;
import java.util.Map;

/// Puts the bot's marks on messages (Web API `reactions.add` and `reactions.remove`).
final class SlackMarks {

  private final SlackApi api;

  SlackMarks(SlackApi api) {
    this.api = api;
  }

  /// Puts the mark on a message and takes the bot's others off it.
  void put(Address to, String message, Reaction reaction) {
    call(to, message, "reactions.add", reaction, "already_reacted");
    for (var other : Reaction.values()) {
      if (other != reaction) {
        call(to, message, "reactions.remove", other, "no_reaction");
      }
    }
  }

  private void call(
      Address to, String message, String method, Reaction reaction, String alreadySo) {
    var arguments =
        Map.of("channel", to.thread().channel(), "timestamp", message, "name", nameOf(reaction));
    try {
      api.call(method, arguments);
    } catch (ChatFailure.Refused e) {
      if (!alreadySo.equals(e.getMessage())) {
        throw e;
      }
    }
  }

  private static String nameOf(Reaction reaction) {
    return switch (reaction) {
      case WORKING -> "hourglass_flowing_sand";
      case DONE -> "white_check_mark";
      case FAILED -> "x";
    };
  }
}
