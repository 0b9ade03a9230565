package dev.tiller.app.playground;

import dev.tiller.app.standin.cursor.Faults;

/// What the playground shows of the Cursor stand-in.
public interface CursorView {

  /// Everything there is, as of now.
  CursorState state();

  /// What goes wrong in its calls.
  Faults faults();

  /// Calls `listener` after each change of [#state()], on the thread that made it: it must be
  /// quick.
  void onChange(Runnable listener);
}
