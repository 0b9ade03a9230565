package dev.tiller.slack;

import dev.tiller.core.chat.Ask;
import dev.tiller.core.logs.Trace;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows people their page in the bot's Home, in the background. One that could not be shown is
/// logged and left alone: whoever opens it again gets it anew.
final class SlackHomePages {

  private static final Logger log = LoggerFactory.getLogger(SlackHomePages.class);

  private final Ask ask;
  private final SlackPlatform platform;

  SlackHomePages(Ask ask, SlackPlatform platform) {
    this.ask = ask;
    this.platform = platform;
  }

  /// @param note a word for the visitor; absent when there is none
  void show(SlackHome.Visit visit, Optional<String> note) {
    Thread.startVirtualThread(() -> {
      try {
        var card = ask.home(visit.page(), visit.visitor());
        platform.publish(visit.visitor(), SlackHome.view(card, note));
      } catch (RuntimeException e) {
        log.atWarn()
            .setCause(Trace.of(e))
            .addKeyValue("person", visit.visitor().id())
            .log("home page not shown");
      }
    });
  }
}
