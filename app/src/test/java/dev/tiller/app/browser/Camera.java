package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.net.URI;
import java.util.Date;

/// Takes pictures of the playground's page, each in a window of its own.
///
/// @param now what the page takes for the time, so that ages of messages do not hang on how long
///   the script took
record Camera(Browser browser, URI address, Date now) {

  private static final double PATIENCE_MILLIS = 20_000;

  /// @return a PNG image
  byte[] take(Shot shot, ColorScheme scheme) {
    var options =
        new NewContextOptions()
            .setViewportSize(shot.width(), shot.height())
            .setDeviceScaleFactor(Shot.SCALE)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setLocale("en-GB")
            .setTimezoneId("UTC");
    try (var context = browser.newContext(options)) {
      context.setDefaultTimeout(PATIENCE_MILLIS);
      context.clock().setFixedTime(now);
      var page = context.newPage();
      page.navigate(address.toString());
      page.locator("[data-author-bot]").first().waitFor();
      shot.pose().accept(page);
      page.mouse().move(0, 0);
      var picture = picture(page, shot);
      closeForm(new OpenForm(page.getByTestId("form-dialog")));
      return picture;
    }
  }

  /// A form that is left open would be in front of whoever comes next.
  private static void closeForm(OpenForm form) {
    if (form.root().isVisible()) {
      form.close();
      assertThat(form.root()).isHidden();
    }
  }

  private static byte[] picture(Page page, Shot shot) {
    return shot.part()
        .apply(page)
        .screenshot(
            new Locator.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE));
  }
}
