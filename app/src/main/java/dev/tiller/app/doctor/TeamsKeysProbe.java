package dev.tiller.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.config.Settings;
import java.net.URI;
import java.util.List;

/// Fetches the keys that inbound tokens are signed with (Bot Connector authentication 3.1).
final class TeamsKeysProbe implements Probe {

  private final Settings.Teams teams;
  private final Web web;

  TeamsKeysProbe(Settings.Teams teams, Web web) {
    this.teams = teams;
    this.web = web;
  }

  @Override
  public Check check() {
    return Check.TEAMS_KEYS;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return List.of(
        switch (web.get(teams.openIdMetadataUrl())) {
          case Reply.Unanswered unanswered -> unanswered.finding(Check.TEAMS_KEYS);
          case Reply.Answered answer -> keys(answer.json().path("jwks_uri").asText());
        });
  }

  private Finding keys(String address) throws InterruptedException {
    if (!address.matches("https?://[^\\s]+") || !URI.create(address).isAbsolute()) {
      return odd("the address names no keys");
    }
    return switch (web.get(URI.create(address))) {
      case Reply.Unanswered unanswered -> unanswered.finding(Check.TEAMS_KEYS);
      case Reply.Answered answer -> count(answer.json().path("keys"));
    };
  }

  private static Finding count(JsonNode keys) {
    long good =
        keys.valueStream()
            .filter(key -> key.path("kty").asText().equals("RSA"))
            .filter(key ->
                key.path("endorsements")
                    .valueStream()
                    .anyMatch(channel -> channel.asText().equals("msteams")))
            .count();
    return good == 0
        ? odd("none of the keys is for Teams")
        : Finding.ok(Check.TEAMS_KEYS, good + (good == 1 ? " key" : " keys") + " for Teams");
  }

  private static Finding odd(String said) {
    return Finding.of(Check.TEAMS_KEYS, Symptom.TEAMS_KEYS_ODD, said);
  }
}
