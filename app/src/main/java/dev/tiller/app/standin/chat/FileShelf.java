package dev.tiller.app.standin.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The latest files of a platform, by id. Thread-safe and bounded.
public final class FileShelf {

  /// All contents together, in bytes.
  private static final long ROOM = 200_000_000;

  private final Map<String, SharedFile> files = new LinkedHashMap<>();
  private long taken;

  /// Keeps a file; the oldest ones make room for it.
  public synchronized void put(String id, SharedFile file) {
    files.put(id, file);
    taken += file.content().length;
    var oldest = files.entrySet().iterator();
    while (taken > ROOM && files.size() > 1) {
      taken -= oldest.next().getValue().content().length;
      oldest.remove();
    }
  }

  public synchronized Optional<SharedFile> find(String id) {
    return Optional.ofNullable(files.get(id));
  }
}
