package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what people have opened lately as things stand: the bot's own page, and lists in direct
/// chats. Each is drawn anew every few seconds, and shown again only where it looks different. This
/// process alone remembers what was opened; whoever opens it again has it live again.
final class Live implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Live.class);
  private static final Duration LASTS = Duration.ofMinutes(30);
  private static final int MOST = 200;

  private final InstantSource clock;
  private final Duration pause;
  private final Signal closing = new Signal();
  private final Map<String, Opened> opened = new LinkedHashMap<>();
  private volatile boolean open = true;

  /// Something that can be drawn as it is now, and shown.
  interface View {
    Post draw();

    void show(Post now);

    /// Whether it is still what people see; if not, it is left alone from now on.
    default boolean current() {
      return true;
    }
  }

  private record Opened(String key, View view, Post shown, Instant until) {
    Opened showing(Post now) {
      return new Opened(key, view, now, until);
    }
  }

  /// @param pause the shortest time between two edits of the same view
  Live(InstantSource clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /// Somebody has opened a view.
  ///
  /// @param key names it: opened again it takes its own place
  /// @param shown what they see now
  void opened(String key, Post shown, View view) {
    synchronized (opened) {
      opened.remove(key);
      if (opened.size() >= MOST) {
        opened.remove(opened.keySet().iterator().next());
      }
      opened.put(key, new Opened(key, view, shown, clock.instant().plus(LASTS)));
    }
  }

  void start() {
    Thread.ofVirtual().name("live").start(this::loop);
  }

  private void loop() {
    while (open) {
      try {
        closing.await(pause);
        refresh();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// Draws everything anew once.
  void refresh() {
    for (var each : all()) {
      if (clock.instant().isAfter(each.until()) || !current(each)) {
        forget(each);
      } else {
        refresh(each);
      }
    }
  }

  private static boolean current(Opened each) {
    try {
      return each.view().current();
    } catch (RuntimeException e) {
      log.atInfo()
          .addKeyValue("view", each.key())
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("view not kept up to date");
      return false;
    }
  }

  private List<Opened> all() {
    synchronized (opened) {
      return List.copyOf(opened.values());
    }
  }

  private void refresh(Opened each) {
    try {
      var now = each.view().draw();
      if (!now.equals(each.shown())) {
        each.view().show(now);
        keep(each, now);
      }
    } catch (ChatFailure.NotNow e) {
      log.atDebug().addKeyValue("code", e.getMessage()).log("view is shown later");
    } catch (RuntimeException e) {
      log.atInfo()
          .addKeyValue("view", each.key())
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("view not kept up to date");
      forget(each);
    }
  }

  /// Unless it was opened again meanwhile.
  private void keep(Opened each, Post now) {
    synchronized (opened) {
      opened.replace(each.key(), each, each.showing(now));
    }
  }

  private void forget(Opened each) {
    synchronized (opened) {
      opened.remove(each.key(), each);
    }
  }

  @Override
  public void close() {
    open = false;
    closing.raise();
  }
}
