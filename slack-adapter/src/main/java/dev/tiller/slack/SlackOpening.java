package dev.tiller.slack;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.logs.Trace;
import dev.tiller.core.text.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens forms for people who have just asked for one.
final class SlackOpening {

  private static final Logger log = LoggerFactory.getLogger(SlackOpening.class);

  private final SlackPlatform platform;

  SlackOpening(SlackPlatform platform) {
    this.platform = platform;
  }

  /// A form that somebody asks for.
  ///
  /// @param what names the button or the entry, for the log
  /// @param trigger opens it, for three seconds
  /// @param anywhere whether it can be asked for where the bot is not, and nobody would see what
  ///   comes of it
  record Asked(Address address, String what, String trigger, boolean anywhere) {

    Asked(Action action, String trigger) {
      this(action.address(), action.key().verb(), trigger, false);
    }

    Asked(SlackShortcuts.Chosen chosen) {
      this(chosen.shortcut().address(), chosen.shortcut().kind().name(), chosen.trigger(), true);
    }
  }

  /// @param tell says to whoever asked why there is no form
  void open(Asked asked, Supplier<Ask.Answer> question, Consumer<String> tell) {
    try {
      switch (question.get()) {
        case Ask.Answer.Open _ when asked.anywhere() && platform.isAbsent(asked.address()) ->
            tell.accept(Texts.get("adapter.not-here"));
        case Ask.Answer.Open(var form) ->
            platform.open(asked.trigger(), SlackForms.view(form, asked.address()));
        case Ask.Answer.Refuse(var reason) -> tell.accept(reason);
      }
    } catch (RuntimeException e) {
      log.atWarn().setCause(Trace.of(e)).addKeyValue("action", asked.what()).log("form not opened");
      tell.accept(Texts.get("adapter.no-form"));
    }
  }
}
