package dev.tiller.app.standin.cursor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// One page of a list.
///
/// @param next the id of the page's last item; absent on the last page
record Page<T>(List<T> items, Optional<String> next) {

  /// The page that a query's `limit` and `cursor` ask for.
  ///
  /// @param all also what is not shown, so that a cursor stays valid
  static <T> Page<T> of(List<T> all, Predicate<T> shown, Function<T, String> id, Query query) {
    int limit = query.limit();
    var rest = query.text("cursor").map(cursor -> after(all, id, cursor)).orElse(all);
    var items = rest.stream().filter(shown).limit(limit + 1L).toList();
    if (items.size() <= limit) {
      return new Page<>(items, Optional.empty());
    }
    var page = items.subList(0, limit);
    return new Page<>(page, Optional.of(id.apply(page.getLast())));
  }

  private static <T> List<T> after(List<T> all, Function<T, String> id, String cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (id.apply(all.get(i)).equals(cursor)) {
        return all.subList(i + 1, all.size());
      }
    }
    throw ApiError.invalid("cursor is not valid");
  }
}
