package dev.tiller.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiller.app.config.Settings.LogFormat;
import dev.tiller.app.config.Settings.LogLevel;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class LoggingTest {

  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void configure() throws JoranException {
    URL file = Objects.requireNonNull(LoggingTest.class.getResource("/logback.xml"));
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(file);
  }

  @Test
  void anEventIsOneLineInUtcWithItsKeys() {
    assertThat(line("agent launched", new KeyValuePair("agent", "bc-1")))
        .isEqualTo("2026-11-22T10:00:00.123Z INFO  App agent launched agent=\"bc-1\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b", "a\u001b[31mb"})
  void textFromOutsideCannotBeginALine(String value) {
    assertThat(line(value, new KeyValuePair("path", value)))
        .hasLineCount(1)
        .doesNotContain("\u2028", "\u001b");
  }

  @Test
  void inJsonAnEventIsAnObjectOnALineWithItsKeys() throws JsonProcessingException {
    LogFormats.set(context, LogFormat.JSON);

    var line = line("agent\nlaunched", new KeyValuePair("agent", "bc\n1"));

    assertThat(line).hasLineCount(1).endsWith("\n");
    var object = new ObjectMapper().readTree(line);
    assertThat(object.path("timestamp").asLong()).isEqualTo(1_795_341_600_123L);
    assertThat(object.path("level").asText()).isEqualTo("INFO");
    assertThat(object.path("loggerName").asText()).isEqualTo("dev.tiller.app.App");
    assertThat(object.path("formattedMessage").asText()).isEqualTo("agent\nlaunched");
    assertThat(object.path("kvpList").path(0).path("agent").asText()).isEqualTo("bc\n1");
  }

  @Test
  void textIsTheFormatUnlessJsonIsWanted() {
    LogFormats.set(context, LogFormat.TEXT);

    assertThat(line("agent launched", new KeyValuePair("agent", "bc-1")))
        .startsWith("2026-11-22T10:00:00.123Z INFO ");
  }

  @Test
  void tillerLogsFromInfoAndLibrariesFromWarn() {
    assertThat(context.getLogger("dev.tiller.app").getEffectiveLevel()).isEqualTo(Level.INFO);
    assertThat(context.getLogger("org.eclipse.jetty").getEffectiveLevel()).isEqualTo(Level.WARN);
  }

  @Test
  void theParserThatLogsRequestBodiesIsSilent() {
    var logger = context.getLogger("com.slack.api.bolt.util.SlackRequestParser");

    assertThat(logger.getEffectiveLevel()).isEqualTo(Level.OFF);
  }

  @ParameterizedTest
  @EnumSource(LogLevel.class)
  void theSettingChangesTillersLevel(LogLevel level) {
    var logger = (Logger) LoggerFactory.getLogger("dev.tiller");
    var before = logger.getLevel();
    try {
      LogLevels.set(level);

      assertThat(logger.getLevel().levelStr).isEqualTo(level.name());
    } finally {
      logger.setLevel(before);
    }
  }

  private String line(String message, KeyValuePair pair) {
    var event = new LoggingEvent();
    event.setLoggerContext(context);
    event.setLoggerName("dev.tiller.app.App");
    event.setLevel(Level.INFO);
    event.setMessage(message);
    event.setKeyValuePairs(List.of(pair));
    event.setInstant(Instant.parse("2026-11-22T10:00:00.123Z"));
    var appender =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
