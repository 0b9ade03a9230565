package dev.tiller.app.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

/// A browser's window that is there for one visit after the other, as opening one costs more than a
/// whole visit. Whoever comes next is a fresh person to the page: nothing is kept of the visit
/// before but the page's files, in the browser's cache.
///
/// Nothing turns on the page, as for people who ask their system for less motion: drawing it sixty
/// times a second, for every agent at work, would take half of the processors.
final class Window {

  private static final double PATIENCE_MILLIS = 30_000;
  private static final String NOWHERE = "about:blank";
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  private final BrowserContext context;
  private final Page page;

  Window(Browser browser) {
    var options =
        new NewContextOptions()
            .setViewportSize(WIDTH, HEIGHT)
            .setReducedMotion(ReducedMotion.REDUCE);
    context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
  }

  Page page() {
    return page;
  }

  /// Forgets the person who was here.
  ///
  /// @param origin of the page that was looked at, such as `http://127.0.0.1:8080`
  void clear(String origin) {
    context.pages().stream().filter(it -> !it.equals(page)).forEach(Page::close);
    page.unrouteAll();
    page.navigate(NOWHERE); // what is still on its way keeps nothing any more
    page.mouse().move(0, 0);
    page.setViewportSize(WIDTH, HEIGHT);
    context.clearCookies();
    clearStorage(origin);
  }

  private void clearStorage(String origin) {
    var what = new JsonObject();
    what.addProperty("origin", origin);
    what.addProperty("storageTypes", "local_storage,indexeddb,cache_storage,service_workers");
    var session = context.newCDPSession(page);
    session.send("Storage.clearDataForOrigin", what);
    session.detach();
  }
}
