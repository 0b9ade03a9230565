package dev.tiller.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/// Everything that is logged while it is open.
final class Logged implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  Logged() {
    appender.start();
    root.addAppender(appender);
  }

  /// All lines with their key-values and causes.
  String text() {
    return List.copyOf(appender.list).stream()
        .map(event -> event.getFormattedMessage() + event.getKeyValuePairs() + causeOf(event))
        .collect(Collectors.joining("\n"));
  }

  List<String> warnings() {
    return List.copyOf(appender.list).stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static String causeOf(ILoggingEvent event) {
    return event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage();
  }

  @Override
  public void close() {
    root.detachAppender(appender);
  }
}
