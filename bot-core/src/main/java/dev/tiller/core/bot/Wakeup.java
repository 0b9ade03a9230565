package dev.tiller.core.bot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells the loops of this process that a commit may have given them something to do.
final class Wakeup {

  private final List<Signal> signals = new CopyOnWriteArrayList<>();

  Signal newSignal() {
    var signal = new Signal();
    signals.add(signal);
    return signal;
  }

  void all() {
    signals.forEach(Signal::raise);
  }
}
