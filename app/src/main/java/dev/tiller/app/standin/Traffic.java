package dev.tiller.app.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The latest HTTP exchanges of the stand-ins, oldest first. Thread-safe and bounded.
///
/// Holds bodies only, never headers, so that no token of an `Authorization` header gets here; and
/// never the bytes of files.
public final class Traffic {

  /// How many entries are kept.
  public static final int CAPACITY = 1000;

  /// How much of each body is kept, in characters.
  public static final int BODY_LIMIT = 20_000;

  private final InstantSource clock;
  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long last;

  public Traffic(InstantSource clock) {
    this.clock = clock;
  }

  /// Which way a request went, seen from the service.
  public enum Direction {
    RECEIVED,
    SENT
  }

  /// One request and its answer.
  ///
  /// @param n counts up from 1 over all services
  /// @param at when the exchange had ended
  /// @param service `cursor`, `slack` or `teams`
  /// @param path with the query, if any
  /// @param status 0 when there was no answer
  /// @param request JSON or form text, cut at [#BODY_LIMIT]
  /// @param response as `request`; empty when there was none
  public record Entry(
      long n,
      Instant at,
      String service,
      Direction direction,
      String method,
      String path,
      int status,
      long millis,
      String request,
      String response) {}

  public void add(
      String service,
      Direction direction,
      String method,
      String path,
      int status,
      long millis,
      String request,
      String response) {
    synchronized (entries) {
      last++;
      entries.add(
          new Entry(
              last,
              clock.instant(),
              service,
              direction,
              method,
              path,
              status,
              millis,
              cut(request),
              cut(response)));
      if (entries.size() > CAPACITY) {
        entries.removeFirst();
      }
    }
    listeners.forEach(Runnable::run);
  }

  /// The entries that are newer than entry `n`; with 0, all that are kept.
  public List<Entry> after(long n) {
    synchronized (entries) {
      return entries.stream().filter(entry -> entry.n() > n).toList();
    }
  }

  /// Calls `listener` after each new entry, on the thread that added it: it must be quick.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private static String cut(String body) {
    return body.length() <= BODY_LIMIT ? body : body.substring(0, BODY_LIMIT) + "…";
  }
}
