package dev.tiller.app.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import java.util.function.Function;

/// A picture for the documents: of the whole window, or of a part as high as what is in it.
///
/// @param name of the file, without the theme
/// @param width of the window, in CSS pixels
/// @param height of the window, in CSS pixels
/// @param pose brings the page to where the picture is taken
/// @param part what the picture shows
record Shot(String name, int width, int height, Consumer<Page> pose, Function<Page, Locator> part) {

  static final Function<Page, Locator> ALL = page -> page.locator("body");

  /// Device pixels for each CSS pixel: sharp where documents are read on good screens.
  static final int SCALE = 2;

  boolean isWhole() {
    return part.equals(ALL);
  }
}
