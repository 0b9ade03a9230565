package dev.tiller.app.playground;

/// What the playground shows of the Cursor stand-in.
public interface CursorView {

  /// Everything there is, as of now.
  CursorState state();

  /// Calls `listener` after each change of [#state()], on the thread that made it: it must be
  /// quick.
  void onChange(Runnable listener);
}
