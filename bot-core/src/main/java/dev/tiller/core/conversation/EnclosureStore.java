package dev.tiller.core.conversation;

import java.util.UUID;

/// Where what goes along with runs is kept between its collection and its sending.
public interface EnclosureStore {

  /// Keeps what goes along with a run until [#forget].
  void keep(UUID run, Enclosed enclosed);

  /// What goes along with a run; nothing when nothing was kept.
  Enclosed of(UUID run);

  /// Forgets what went along with a run.
  void forget(UUID run);
}
