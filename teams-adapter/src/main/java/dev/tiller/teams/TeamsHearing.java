package dev.tiller.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform.Hearing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// Whether messages that do not mention the bot reach it. They do where the app was granted
/// `ChannelMessage.Read.Group` or `ChatMessage.Read.Chat`, and the same permissions let it read the
/// thread. So either one was overheard lately, or reading is tried; no further permission is needed
/// to find out.
final class TeamsHearing {

  private static final Duration LATELY = Duration.ofDays(1);
  private static final int REMEMBERED = 10_000;

  private final TeamsThreads threads;
  private final Cache<String, Boolean> heard;

  TeamsHearing(TeamsThreads threads, InstantSource clock) {
    this.threads = threads;
    this.heard =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(LATELY)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /// Something was said there that was not for the bot.
  void overheard(Address place) {
    heard.put(place.thread().channel(), true);
  }

  Hearing of(Address thread) {
    var channel = thread.thread().channel();
    if (channel.startsWith("a:") || heard.getIfPresent(channel) != null) {
      return Hearing.ALL;
    }
    try {
      return threads.mayRead(thread) ? Hearing.ALL : Hearing.MENTIONS_ONLY;
    } catch (ChatFailure unclear) {
      return Hearing.UNKNOWN;
    }
  }
}
