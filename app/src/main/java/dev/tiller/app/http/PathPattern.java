package dev.tiller.app.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path of literal segments and parameters. The natural order puts the more exact pattern first.
record PathPattern(String text, List<Segment> segments) implements Comparable<PathPattern> {

  private static final Comparator<Segment> EXACT_FIRST =
      Comparator.comparing(Segment::kind).thenComparing(Segment::text);

  enum Kind {
    LITERAL,
    PARAMETER,
    REST
  }

  record Segment(Kind kind, String text) {}

  /// Reads a pattern as [Routes] describes it.
  static PathPattern parse(String pattern) {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException("a path pattern begins with a slash: " + pattern);
    }
    var segments = split(pattern).stream().map(PathPattern::segment).toList();
    if (segments.stream().limit(segments.size() - 1L).anyMatch(s -> s.kind() == Kind.REST)) {
      throw new IllegalArgumentException("only the last segment may be a rest: " + pattern);
    }
    return new PathPattern(pattern, segments);
  }

  /// The decoded segments of a raw path; empty for paths that step out of their place.
  static Optional<List<String>> segments(String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    var decoded = split(path).stream().map(PathPattern::decode).toList();
    return decoded.contains(".") || decoded.contains("..")
        ? Optional.empty()
        : Optional.of(decoded);
  }

  /// The parameters, when the path fits.
  Optional<Map<String, String>> match(List<String> path) {
    boolean open = segments.getLast().kind() == Kind.REST;
    if (open ? path.size() < segments.size() : path.size() != segments.size()) {
      return Optional.empty();
    }
    var params = new HashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      switch (segment.kind()) {
        case LITERAL -> {
          if (!segment.text().equals(path.get(i))) {
            return Optional.empty();
          }
        }
        case PARAMETER -> {
          if (path.get(i).isEmpty()) {
            return Optional.empty();
          }
          params.put(segment.text(), path.get(i));
        }
        case REST -> params.put(segment.text(), String.join("/", path.subList(i, path.size())));
      }
    }
    return Optional.of(params);
  }

  @Override
  public int compareTo(PathPattern other) {
    return Arrays.compare(
        segments.toArray(Segment[]::new), other.segments.toArray(Segment[]::new), EXACT_FIRST);
  }

  private static List<String> split(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }

  private static Segment segment(String text) {
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return new Segment(Kind.LITERAL, text);
    }
    var name = text.substring(1, text.length() - 1);
    return name.endsWith("*")
        ? new Segment(Kind.REST, name.substring(0, name.length() - 1))
        : new Segment(Kind.PARAMETER, name);
  }

  private static String decode(String segment) {
    return segment.indexOf('%') < 0
        ? segment
        : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
