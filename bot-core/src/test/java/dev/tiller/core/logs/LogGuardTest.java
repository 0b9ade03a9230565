package dev.tiller.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogGuardTest {

  private final Secrecy secrecy = new Secrecy();
  private final LoggerContext loggers = new LoggerContext();

  @BeforeEach
  void install() {
    loggers.getLogger("dev.tiller").setLevel(Level.WARN);
    GuardedLog.install(loggers, secrecy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xoxb-1234-abc",
        "crsr_0123abc",
        "Authorization: Bearer abcdef.ghijkl",
        "https://files.example/a.png?X-Amz-Signature=12ab",
        "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJh"
      })
  void aKeyIsCaughtInAMessage(String text) {
    loggers.getLogger("dev.tiller.Any").warn("it said {}", text);

    assertThat(secrecy.taken()).hasSize(1);
  }

  @Test
  void aTextThatSomebodyWroteIsCaughtInAKeyValueBelowTheConfiguredLevel() {
    secrecy.secret("rename the customer table");

    loggers
        .getLogger("dev.tiller.Any")
        .atTrace()
        .addKeyValue("task", "rename the customer table")
        .log("launching");

    assertThat(secrecy.taken()).hasSize(1);
  }

  @Test
  void itIsCaughtInTheCauseOfAnException() {
    secrecy.secret("rename the customer table");
    var failure = new IllegalStateException("it", new IOException("rename the customer table"));

    loggers.getLogger("dev.tiller.Any").warn("failed", failure);

    assertThat(secrecy.taken()).hasSize(1);
  }

  @Test
  void idsAreNoSecrets() {
    loggers.getLogger("dev.tiller.Any").atWarn().addKeyValue("agent", "bc-1").log("launched");

    assertThat(secrecy.taken()).isEmpty();
  }
}
