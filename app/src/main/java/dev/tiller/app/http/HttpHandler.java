package dev.tiller.app.http;

import java.io.IOException;

/// Answers the requests of one route, on a virtual thread of its own.
@FunctionalInterface
public interface HttpHandler {

  /// Answers by [Exchange#respond] or [Exchange#startStream], before it returns. Anything thrown
  /// becomes a 500 without details, or ends a stream that was begun; [HangUp] closes the
  /// connection.
  ///
  /// @throws IOException when the client is gone; before the answer was begun, a failure like
  ///   others
  void handle(Exchange exchange) throws IOException;
}
