package dev.tiller.app.standin.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who wants to hear of changes.
public final class Listeners {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public void add(Runnable listener) {
    listeners.add(listener);
  }

  /// Tells all of them that something has changed.
  public void tell() {
    listeners.forEach(Runnable::run);
  }
}
