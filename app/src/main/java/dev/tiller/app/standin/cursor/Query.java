package dev.tiller.app.standin.cursor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parameters of a request's query.
record Query(Map<String, String> values) {

  private static final int LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  static Query parse(String raw) {
    var values = new HashMap<String, String>();
    for (var pair : raw.split("&", -1)) {
      int at = pair.indexOf('=');
      if (!pair.isEmpty()) {
        values.putIfAbsent(
            decode(at < 0 ? pair : pair.substring(0, at)),
            at < 0 ? "" : decode(pair.substring(at + 1)));
      }
    }
    return new Query(values);
  }

  /// This query, when it has no other parameters.
  ///
  /// @throws ApiError when it has
  Query only(String... names) {
    for (var name : values.keySet()) {
      if (!Set.of(names).contains(name)) {
        throw ApiError.invalid("Unrecognized query parameter: " + name);
      }
    }
    return this;
  }

  /// @throws ApiError when it is empty
  Optional<String> text(String name) {
    var value = Optional.ofNullable(values.get(name));
    if (value.filter(String::isEmpty).isPresent()) {
      throw ApiError.invalid(name + " must not be empty");
    }
    return value;
  }

  boolean flag(String name, boolean otherwise) {
    return text(name)
        .map(text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw ApiError.invalid(name + " must be true or false");
            })
        .orElse(otherwise);
  }

  /// The size of a page.
  int limit() {
    var text = text("limit").orElse(String.valueOf(LIMIT));
    int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiError.invalid("limit must be from 1 to " + MAX_LIMIT);
    }
    return limit;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw ApiError.invalid("The query is malformed");
    }
  }
}
