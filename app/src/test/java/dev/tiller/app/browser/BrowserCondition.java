package dev.tiller.app.browser;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Decides for [NeedsBrowser], and says once on standard output when tests are skipped.
final class BrowserCondition implements ExecutionCondition {

  static final String PROPERTY = "tiller.browser";

  private static final String SKIPPED =
      "browser tests skipped: no Chromium or Chrome found; install one to run them";
  private static final String MISSING =
      "The browser tests are required, but there is no Chromium or Chrome on the PATH."
          + " Install one, for example with: apt-get install chromium";

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var result = decide(Chromium.find(), Optional.ofNullable(System.getProperty(PROPERTY)));
    if (result.isDisabled() && !TOLD.getAndSet(true)) {
      System.out.println(SKIPPED);
    }
    return result;
  }

  /// @param wanted the system property's value
  /// @throws IllegalStateException when a browser is required and there is none
  static ConditionEvaluationResult decide(Optional<Path> browser, Optional<String> wanted) {
    if (browser.isPresent()) {
      return ConditionEvaluationResult.enabled("found " + browser.get());
    }
    if (wanted.filter("required"::equals).isPresent()) {
      throw new IllegalStateException(MISSING);
    }
    return ConditionEvaluationResult.disabled(SKIPPED);
  }
}
