package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// What can be said of the connected platforms without asking them.
///
/// @param platforms filled when the bot starts
record Connected(Map<Platform, ChatPlatform> platforms) {

  static final Connected NONE = new Connected(Map.of());

  /// Whether a platform has a display of its own for what the bot does in a thread.
  boolean displays(Platform platform) {
    return find(platform).filter(its -> its.abilities().status()).isPresent();
  }

  Optional<URI> link(ChatThread thread) {
    return find(thread.platform()).flatMap(its -> its.linkTo(thread));
  }

  private Optional<ChatPlatform> find(Platform platform) {
    return Optional.ofNullable(platforms.get(platform));
  }
}
