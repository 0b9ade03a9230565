package dev.tiller.slack;

import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers everything that Slack sends over HTTP: events, interactivity and the check of the URL.
///
/// 413 for an oversized body, 401 without a fresh signature; else what [SlackEntrance] says.
final class SlackHandler implements WebHandler {

  private static final Logger log = LoggerFactory.getLogger(SlackHandler.class);
  private static final int LARGEST_BODY = 1024 * 1024;

  private final SlackSignature signature;
  private final SlackEntrance entrance;

  SlackHandler(SlackSignature signature, SlackEntrance entrance) {
    this.signature = signature;
    this.entrance = entrance;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (request.body().length > LARGEST_BODY) {
      return WebResponse.empty(413);
    }
    if (!signature.accepts(request)) {
      log.atInfo()
          .addKeyValue("remote", request.remote())
          .log("Slack request without valid signature");
      return WebResponse.empty(401);
    }
    return entrance.take(request);
  }
}
