package dev.tiller.slack;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.Person;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says things to one person alone, beside the acknowledgement, which does not wait for it. What
/// could not be said is logged.
final class SlackWhispers {

  private static final Logger log = LoggerFactory.getLogger(SlackWhispers.class);

  private final SlackPlatform platform;

  SlackWhispers(SlackPlatform platform) {
    this.platform = platform;
  }

  /// Shows a text to one person in a thread.
  ///
  /// @param reply where Slack takes it where the bot may not write; absent when there is nothing
  void say(Address address, Person person, String text, Optional<URI> reply) {
    Thread.startVirtualThread(() -> {
      try {
        whisper(address, person, text, reply);
      } catch (RuntimeException e) {
        log.atInfo()
            .addKeyValue("channel", address.thread().channel())
            .addKeyValue("failure", e.getMessage())
            .log("note to a person not shown");
      }
    });
  }

  private void whisper(Address address, Person person, String text, Optional<URI> reply) {
    try {
      platform.whisper(address, person, text);
    } catch (ChatFailure.Gone | ChatFailure.Refused e) {
      if (reply.isEmpty()) {
        throw e;
      }
      platform.answer(reply.get(), text);
    }
  }
}
