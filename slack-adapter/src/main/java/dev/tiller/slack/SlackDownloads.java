package dev.tiller.slack;

import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatFailure;
import java.net.URI;

/// Fetches files that people added to messages (`url_private`; Web API, "File object", 2026).
final class SlackDownloads {

  private final SlackApi api;
  private final URI apiUrl;

  /// @param api patient enough for a large file
  /// @param apiUrl where the Web API is
  SlackDownloads(SlackApi api, URI apiUrl) {
    this.api = api;
    this.apiUrl = apiUrl;
  }

  byte[] fetch(Attachment file, long most) {
    if (file.source().startsWith(SlackAttachments.NONE)) {
      throw new ChatFailure.Refused("not_granted");
    }
    if (file.size().orElse(0) > most) {
      throw new ChatFailure.Refused("too_large");
    }
    var address =
        SlackHosts.parse(file.source())
            .filter(its -> SlackHosts.isSlacks(its, apiUrl))
            .orElseThrow(() -> new ChatFailure.Refused("host_not_allowed"));
    return api.fetch(address, most, file.mediaType().startsWith("text/html"));
  }
}
