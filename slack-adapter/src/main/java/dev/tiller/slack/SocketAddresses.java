package dev.tiller.slack;

import dev.tiller.core.chat.ChatFailure;
import java.net.URI;

/// Asks Slack where to open a socket (`apps.connections.open`). An address serves once, is a secret
/// for that long, and is refused when it is not Slack's.
final class SocketAddresses {

  private final SlackApi api;
  private final String appToken;
  private final URI apiUrl;

  SocketAddresses(SlackApi api, String appToken, URI apiUrl) {
    this.api = api;
    this.appToken = appToken;
    this.apiUrl = apiUrl;
  }

  URI next() throws SocketFailure {
    try {
      return api.openSocket(appToken)
          .url()
          .flatMap(SlackHosts::parse)
          .filter(address -> SlackHosts.isSlacksSocket(address, apiUrl))
          .orElseThrow(() -> new SocketFailure(SocketEnd.lost("socket_url_not_allowed")));
    } catch (ChatFailure e) {
      throw new SocketFailure(SocketEnd.of(e));
    }
  }
}
