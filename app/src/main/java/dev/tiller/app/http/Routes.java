package dev.tiller.app.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which handler answers what.
///
/// A pattern is a path such as `/agents/{id}/runs`, where `{id}` stands for one segment; a last
/// segment `{rest*}` stands for one or more. A literal segment beats a parameter. `GET` handlers
/// answer `HEAD` too.
public final class Routes {

  private final List<Route> routes;
  private final Map<String, String> headers;

  private Routes(List<Route> routes, Map<String, String> headers) {
    this.routes = routes;
    this.headers = headers;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Headers that go with every answer.
  Map<String, String> headers() {
    return headers;
  }

  /// The best route for a raw path; empty when no pattern fits.
  Optional<Match> find(String path) {
    Optional<List<String>> segments = PathPattern.segments(path);
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    for (Route route : routes) {
      Optional<Map<String, String>> params = route.pattern().match(segments.get());
      if (params.isPresent()) {
        return Optional.of(new Match(route.pattern().text(), route.handlers(), params.get()));
      }
    }
    return Optional.empty();
  }

  private record Route(PathPattern pattern, Map<String, HttpHandler> handlers) {}

  /// A route that fits a path.
  ///
  /// @param pattern as it was given
  /// @param handlers by method
  /// @param params decoded, by name
  record Match(String pattern, Map<String, HttpHandler> handlers, Map<String, String> params) {

    Optional<HttpHandler> handler(String method) {
      return Optional.ofNullable(handlers.get(method.equals("HEAD") ? "GET" : method));
    }

    /// The value of an `Allow` header.
    String allow() {
      var methods = new ArrayList<>(handlers.keySet());
      if (handlers.containsKey("GET")) {
        methods.add(1 + methods.indexOf("GET"), "HEAD");
      }
      return String.join(", ", methods);
    }
  }

  /// Collects routes.
  public static final class Builder {

    private final Map<PathPattern, Map<String, HttpHandler>> routes = new TreeMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Builder() {}

    public Builder get(String pattern, HttpHandler handler) {
      return add("GET", pattern, handler);
    }

    public Builder post(String pattern, HttpHandler handler) {
      return add("POST", pattern, handler);
    }

    public Builder put(String pattern, HttpHandler handler) {
      return add("PUT", pattern, handler);
    }

    public Builder delete(String pattern, HttpHandler handler) {
      return add("DELETE", pattern, handler);
    }

    /// Adds a header to every answer, errors included. A handler may replace it.
    public Builder everyAnswer(String name, String value) {
      headers.put(name, value);
      return this;
    }

    public Routes build() {
      var all = new ArrayList<Route>();
      routes.forEach((pattern, handlers) -> all.add(new Route(pattern, handlers)));
      return new Routes(List.copyOf(all), Map.copyOf(headers));
    }

    private Builder add(String method, String pattern, HttpHandler handler) {
      var handlers = routes.computeIfAbsent(PathPattern.parse(pattern), _ -> new LinkedHashMap<>());
      if (handlers.putIfAbsent(method, handler) != null) {
        throw new IllegalArgumentException("two handlers for " + method + " " + pattern);
      }
      return this;
    }
  }
}
