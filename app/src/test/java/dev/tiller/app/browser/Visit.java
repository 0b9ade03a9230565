package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebError;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// One person's browser window with the playground's page, and what went wrong in it.
final class Visit implements AutoCloseable {

  private static final int MOST_PRESSES = 10;

  private final Window window;
  private final Page page;
  private final String origin;
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Consumer<ConsoleMessage> onConsole = this::note;
  private final Consumer<WebError> onError = this::note;
  private final Consumer<Request> onRequest = this::note;

  /// @param window that nobody else is in
  /// @param address the page's
  Visit(Window window, URI address) {
    this.window = window;
    page = window.page();
    origin = address.toString();
    page.context().onConsoleMessage(onConsole);
    page.context().onWebError(onError);
    page.context().onRequest(onRequest);
    LastSeen.watch(page);
    page.navigate(origin);
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error")) {
      errors.add(message.text());
    }
  }

  private void note(WebError error) {
    errors.add(error.error());
  }

  private void note(Request request) {
    requests.add(request.url());
  }

  Page page() {
    return page;
  }

  /// What the server would have the page show.
  String state() {
    return (String) page.evaluate("() => fetch('/api/state').then(answer => answer.text())");
  }

  /// The half of the page that shows a platform, `slack` or `teams`.
  Pane pane(String platform) {
    return new Pane(page, platform);
  }

  /// The form that is open in front of the person.
  OpenForm form() {
    return new OpenForm(page.getByTestId("form-dialog"));
  }

  /// Moves the focus with the keyboard alone to where people write: over the skip link to what
  /// comes next on the page, and back from there.
  void focusByKeyboard(Pane pane) {
    assertThat(pane.composer()).isEnabled();
    press("Tab", page.locator(".skip-links a[href='#" + pane.next() + "']"));
    page.keyboard().press("Enter");
    press("Shift+Tab", pane.composer());
  }

  private void press(String key, Locator wanted) {
    for (int pressed = 0; pressed < MOST_PRESSES; pressed++) {
      page.keyboard().press(key);
      if ((boolean) wanted.evaluate("it => it === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError(key + " does not reach " + wanted);
  }

  /// What the browser's console reported as errors, uncaught ones included.
  List<String> errors() {
    return errors;
  }

  /// The addresses asked for anywhere but at the playground.
  List<String> foreignRequests() {
    return requests.stream().filter(url -> !url.startsWith(origin)).toList();
  }

  /// Everything asked for.
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    LastSeen.forget();
    if (page.isClosed()) {
      return;
    }
    page.context().offConsoleMessage(onConsole);
    page.context().offWebError(onError);
    page.context().offRequest(onRequest);
    window.clear(origin.replaceFirst("/$", ""));
  }
}
