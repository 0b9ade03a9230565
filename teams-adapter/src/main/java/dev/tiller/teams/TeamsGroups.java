package dev.tiller.teams;

import dev.tiller.core.chat.ChatFailure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Teams' ids in Entra, which Graph wants (`GET /v3/teams/{id}` of the connector).
final class TeamsGroups {

  private final TeamsHosts hosts;
  private final TeamsLogin connector;
  private final TeamsReader reader;
  private final Map<String, String> groups = new ConcurrentHashMap<>();

  /// @param connector logs in to the connector
  TeamsGroups(TeamsHosts hosts, TeamsLogin connector, TeamsReader reader) {
    this.hosts = hosts;
    this.connector = connector;
    this.reader = reader;
  }

  /// @throws ChatFailure when the connector does not say, or must not be asked
  String of(TeamsRoute route) {
    var team = route.team().orElseThrow(() -> new ChatFailure.Refused("team_unknown"));
    var known = groups.get(team);
    if (known != null) {
      return known;
    }
    if (!hosts.allow(route.serviceUrl())) {
      throw new ChatFailure.Refused("service_url_not_allowed");
    }
    var service = route.serviceUrl().replaceFirst("/+$", "");
    var id = URLEncoder.encode(team, StandardCharsets.UTF_8).replace("+", "%20");
    var group =
        reader.get(URI.create(service + "/v3/teams/" + id), connector).path("aadGroupId").asText();
    if (group.isBlank()) {
      throw new ChatFailure.Refused("team_unknown");
    }
    groups.put(team, group);
    return group;
  }
}
