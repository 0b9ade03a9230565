package dev.tiller.core.cursor.sse;

/// One event of a stream.
///
/// @param type `message` when the stream names none
/// @param data its lines joined by line feeds
/// @param lastEventId where to resume after this event: its own id or that of an event before it;
///   empty when there was none
public record SseEvent(String type, String data, String lastEventId) {}
