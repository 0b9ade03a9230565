package dev.tiller.core.logs;

import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// Reads every event that is logged while tests run, Tiller's own at all levels, and fails the test
/// during which a key, a token, a prompt or a message was in one. Registered for all tests of a
/// module that has it on its class path.
public final class LogGuard implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private static final Secrecy SECRECY = new Secrecy();

  /// Begins to look for a text that somebody wrote.
  public static void secret(String text) {
    SECRECY.secret(text);
  }

  /// The secrets in a log that was written elsewhere.
  public static List<String> secretsIn(String log) {
    return SECRECY.in(log);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      GuardedLog.install(loggers, SECRECY);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    check();
  }

  private static void check() {
    var leaks = SECRECY.taken();
    if (!leaks.isEmpty()) {
      throw new AssertionError("secrets were logged:\n" + String.join("\n", leaks));
    }
  }
}
