package dev.tiller.core.bot;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Conversation;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connected platforms.
///
/// @param platforms filled when the bot starts
record Connected(Map<Platform, ChatPlatform> platforms) {

  private static final Logger log = LoggerFactory.getLogger(Connected.class);

  static final Connected NONE = new Connected(Map.of());

  /// Whether a platform has a display of its own for what the bot does in a thread.
  boolean displays(Platform platform) {
    return to(platform).filter(its -> its.abilities().status()).isPresent();
  }

  Optional<URI> link(ChatThread thread) {
    return to(thread.platform()).flatMap(its -> its.linkTo(thread));
  }

  Optional<ChatPlatform> to(Platform platform) {
    return Optional.ofNullable(platforms.get(platform));
  }

  /// The platform of a conversation; absent where it is not connected any more.
  Optional<ChatPlatform> to(Address address) {
    return to(address.thread().platform());
  }

  /// Asks a conversation's platform for something that can be done without.
  ///
  /// @param otherwise what counts where the platform does not say
  /// @param what is asked, for the log
  <T> T ask(
      Conversation conversation, String what, T otherwise, Function<ChatPlatform, T> question) {
    try {
      return to(conversation.address()).map(question).orElse(otherwise);
    } catch (ChatFailure failure) {
      log.atInfo()
          .addKeyValue("conversation", conversation.id())
          .addKeyValue("what", what)
          .addKeyValue("code", failure.getMessage())
          .log("not found out");
      return otherwise;
    }
  }
}
