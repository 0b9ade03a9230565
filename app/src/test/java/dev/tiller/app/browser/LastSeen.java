package dev.tiller.app.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Tells with a browser test's failure what its page showed last.
final class LastSeen implements TestExecutionExceptionHandler {

  private static final ThreadLocal<@Nullable String> TEXT = new ThreadLocal<>();

  static void remember(Page page) {
    try {
      TEXT.set(page.locator("main").innerText());
    } catch (PlaywrightException e) {
      TEXT.set("a page that could not be read: " + e.getMessage());
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable problem)
      throws Throwable {
    var text = TEXT.get();
    TEXT.remove();
    if (text == null) {
      throw problem;
    }
    throw new AssertionError(problem.getMessage() + "\nThe page showed:\n" + text, problem);
  }
}
