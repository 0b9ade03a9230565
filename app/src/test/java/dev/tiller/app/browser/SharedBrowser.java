package dev.tiller.app.browser;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.jspecify.annotations.Nullable;

/// One Chromium and one set of playgrounds for all browser tests of a process, since starting them
/// takes longer than most tests. They end with the last test.
final class SharedBrowser implements BeforeAllCallback {

  private static volatile @Nullable Shared shared;

  private record Shared(Chromium chromium, Places places) implements AutoCloseable {

    @Override
    public void close() {
      places.close();
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
  }

  private static Shared start() {
    return new Shared(Chromium.start(Chromium.find().orElseThrow()), new Places());
  }

  static Chromium chromium() {
    return running().chromium();
  }

  static Places places() {
    return running().places();
  }

  private static Shared running() {
    var now = shared;
    if (now == null) {
      throw new IllegalStateException("a browser test needs @NeedsBrowser");
    }
    return now;
  }
}
