package dev.tiller.core.chat;

/// Where adapters hand in what people do.
///
/// Each method returns when the request is on disk, so that the adapter may acknowledge it, and
/// calls no outside service. An exception means that nothing was accepted: the adapter answers with
/// a server error and the platform delivers again. Safe to call again with the same value.
public interface Inbox {

  void message(InboundMessage message);

  Receipt action(Action action);

  Receipt form(FormSubmission submission);
}
