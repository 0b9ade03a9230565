package dev.tiller.app.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.tiller.app.config.Settings.LogFormat;
import org.slf4j.LoggerFactory;

/// Applies the log format of the settings.
final class LogFormats {

  private LogFormats() {}

  static void set(LogFormat format) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      set(context, format);
    }
  }

  /// Text is what the configuration begins with.
  static void set(LoggerContext context, LogFormat format) {
    if (format == LogFormat.JSON
        && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR")
            instanceof OutputStreamAppender<ILoggingEvent> appender) {
      appender.setEncoder(json(context));
    }
  }

  private static JsonEncoder json(LoggerContext context) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMDC(false);
    encoder.start();
    return encoder;
  }
}
