package dev.tiller.core.cursor;

import dev.tiller.core.agents.AgentRecords.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Lists that come in pages (Cursor API v0 and v1: `limit`, `cursor`, `nextCursor`).
public final class Pages {

  /// The most items that the service puts on a page.
  public static final int LARGEST = 100;

  private Pages() {}

  /// The query that asks for a page, with its question mark.
  public static String query(int limit, Optional<String> after) {
    if (limit < 1 || limit > LARGEST) {
      throw new IllegalArgumentException("a page has 1 to " + LARGEST + " items, not " + limit);
    }
    return "?limit=" + limit + after.map(next -> "&cursor=" + CursorHttp.segment(next)).orElse("");
  }

  /// A page as the service sent it: an absent and an empty `nextCursor` both mean the last one.
  public static <T> Page<T> page(List<T> items, Optional<String> nextCursor) {
    return new Page<>(items, nextCursor.filter(next -> !next.isBlank()));
  }

  /// What all pages hold. A cursor that comes again ends the list, lest it never end.
  public static <T> List<T> all(Function<Optional<String>, Page<T>> read) {
    var items = new ArrayList<T>();
    var seen = new HashSet<String>();
    var after = Optional.<String>empty();
    do {
      var page = read.apply(after);
      items.addAll(page.items());
      after = page.next().filter(seen::add);
    } while (after.isPresent());
    return items;
  }
}
