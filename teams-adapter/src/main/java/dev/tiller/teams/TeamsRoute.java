package dev.tiller.teams;

import java.util.Optional;

/// How to reach a thread: what an [dev.tiller.core.chat.Address] keeps as its route.
///
/// @param serviceUrl the connector that the last message from there came by
/// @param team the id of the channel's team, as activities name it; absent in chats
record TeamsRoute(String serviceUrl, Optional<String> team) {

  private static final String TEAM = " team=";

  String written() {
    return serviceUrl + team.map(id -> TEAM + id).orElse("");
  }

  static TeamsRoute of(String written) {
    int at = written.indexOf(TEAM);
    return at < 0
        ? new TeamsRoute(written, Optional.empty())
        : new TeamsRoute(
            written.substring(0, at), Optional.of(written.substring(at + TEAM.length())));
  }
}
