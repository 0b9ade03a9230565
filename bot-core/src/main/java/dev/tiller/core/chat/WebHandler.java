package dev.tiller.core.chat;

/// Answers the requests of one route. Authenticates them itself, from the raw bytes.
@FunctionalInterface
public interface WebHandler {

  WebResponse handle(WebRequest request);
}
