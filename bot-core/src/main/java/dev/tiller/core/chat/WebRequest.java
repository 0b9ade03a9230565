package dev.tiller.core.chat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An HTTP request as an adapter sees it: raw, bounded in size, not yet trusted.
///
/// @param path without the query, still percent-encoded
/// @param query the raw query, empty when there is none
/// @param headers by lower-case name
/// @param remote the peer's address, for logs
public record WebRequest(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String remote) {

  /// The first value of a header, whatever its case.
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }
}
