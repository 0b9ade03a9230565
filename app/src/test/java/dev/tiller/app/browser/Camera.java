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

/// Takes pictures of the playground's page, in a window of its own.
final class Camera implements AutoCloseable {

  private static final double PATIENCE_MILLIS = 20_000;

  private final Page page;
  private final URI address;

  /// @param now what the page takes for the time, so that ages of messages do not hang on how long
  ///   the script took
  Camera(Browser browser, URI address, Date now) {
    this.address = address;
    var options =
        new NewContextOptions()
            .setDeviceScaleFactor(Shot.SCALE)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setLocale("en-GB")
            .setTimezoneId("UTC");
    var context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.clock().setFixedTime(now);
    page = context.newPage();
  }

  /// @return a PNG image
  byte[] take(Shot shot, ColorScheme scheme) {
    page.setViewportSize(shot.width(), shot.height());
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.navigate(address.toString());
    page.locator("[data-author-bot]:visible").first().waitFor();
    shot.pose().accept(page);
    page.mouse().move(0, 0);
    var picture = picture(page, shot);
    closeForm(new OpenForm(page.getByTestId("form-dialog")));
    return picture;
  }

  @Override
  public void close() {
    page.context().close();
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
