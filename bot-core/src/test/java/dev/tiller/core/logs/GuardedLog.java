package dev.tiller.core.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/// Logback with a reader of everything. What is written elsewhere stays as configured.
final class GuardedLog extends AppenderBase<ILoggingEvent> {

  private static final String NAME = "guard";
  private static final String OURS = "dev.tiller";

  private final Secrecy secrecy;

  private GuardedLog(Secrecy secrecy) {
    this.secrecy = secrecy;
  }

  static synchronized void install(LoggerContext loggers, Secrecy secrecy) {
    var root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (root.getAppender(NAME) != null) {
      return;
    }
    root.iteratorForAppenders().forEachRemaining(appender -> asConfigured(loggers, appender));
    var guard = new GuardedLog(secrecy);
    guard.setName(NAME);
    guard.setContext(loggers);
    guard.start();
    root.addAppender(guard);
    loggers.addTurboFilter(new AllOfOurs());
  }

  @Override
  protected void append(ILoggingEvent event) {
    var text = new StringBuilder(event.getFormattedMessage());
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> text.append(' ').append(pair));
    }
    for (var cause = event.getThrowableProxy(); cause != null; cause = next(cause)) {
      text.append(' ').append(cause.getClassName()).append(": ").append(cause.getMessage());
    }
    secrecy.read(event.getLevel() + " " + event.getLoggerName() + " " + text);
  }

  private static @Nullable IThrowableProxy next(IThrowableProxy cause) {
    return cause.getCause();
  }

  /// Lets all of Tiller's events through to the reader, whatever their level.
  private static final class AllOfOurs extends TurboFilter {
    @Override
    public FilterReply decide(
        @Nullable Marker marker,
        Logger logger,
        Level level,
        @Nullable String format,
        Object @Nullable [] params,
        @Nullable Throwable t) {
      return logger.getName().startsWith(OURS) ? FilterReply.ACCEPT : FilterReply.NEUTRAL;
    }
  }

  private static void asConfigured(LoggerContext loggers, Appender<ILoggingEvent> appender) {
    appender.addFilter(
        new Filter<>() {
          @Override
          public FilterReply decide(ILoggingEvent event) {
            var level = loggers.getLogger(event.getLoggerName()).getEffectiveLevel();
            return event.getLevel().isGreaterOrEqual(level)
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
          }
        });
  }
}
