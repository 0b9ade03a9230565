package dev.tiller.app.browser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// One Chromium and one window of it for all browser tests of a process, which ends with the last
/// of them, and one set of playgrounds for the tests of a class, so that no class finds what
/// another has left.
final class SharedBrowser implements BeforeAllCallback, AfterAllCallback {

  private static volatile @Nullable Shared shared;
  private static volatile @Nullable Places places;

  private static final class Shared implements AutoCloseable {

    private final Chromium chromium;
    private @Nullable Window window;

    Shared(Chromium chromium) {
      this.chromium = chromium;
    }

    Window window() {
      var now = window;
      if (now == null || now.page().isClosed()) {
        now = new Window(chromium.browser());
        window = now;
      }
      return now;
    }

    @Override
    public void close() {
      chromium.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(Shared.class, _ -> start(), Shared.class);
    places = new Places();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    var now = places;
    if (now != null) {
      now.close();
    }
  }

  private static Shared start() {
    return new Shared(Chromium.start(Chromium.find().orElseThrow()));
  }

  static Chromium chromium() {
    return running(shared).chromium;
  }

  /// The window, for one visit after the other.
  static Window window() {
    return running(shared).window();
  }

  static Places places() {
    return running(places);
  }

  private static <T> T running(@Nullable T now) {
    if (now == null) {
      throw new IllegalStateException("a browser test needs @NeedsBrowser");
    }
    return now;
  }
}
