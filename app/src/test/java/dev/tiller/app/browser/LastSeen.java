package dev.tiller.app.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Tells with a browser test's failure what its page shows, and closes its window.
final class LastSeen implements TestExecutionExceptionHandler {

  private static final ThreadLocal<@Nullable Page> PAGE = new ThreadLocal<>();

  /// The page that the test looks at from now on.
  static void watch(Page page) {
    PAGE.set(page);
  }

  static void forget() {
    PAGE.remove();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable problem)
      throws Throwable {
    var page = PAGE.get();
    if (page == null) {
      throw problem;
    }
    var shown = read(page);
    page.context().close(); // whatever the test has left undone there
    throw new AssertionError(problem.getMessage() + "\nThe page shows:\n" + shown, problem);
  }

  private static String read(Page page) {
    try {
      return page.locator("main").innerText();
    } catch (PlaywrightException e) {
      return "a page that cannot be read: " + e.getMessage();
    }
  }
}
