package dev.tiller.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.tiller.app.config.Settings.LogLevel;
import org.slf4j.LoggerFactory;

/// Applies the log level of the settings to Tiller's own loggers.
public final class LogLevels {

  private LogLevels() {}

  public static void set(LogLevel level) {
    if (LoggerFactory.getLogger("dev.tiller") instanceof Logger logger) {
      logger.setLevel(Level.valueOf(level.name()));
    }
  }
}
