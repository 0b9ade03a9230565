package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Looks whether the connector's hosts answer anything at all. A tenant uses one of them.
final class TeamsHostsProbe implements Probe {

  private final Settings.Teams teams;
  private final Web web;

  TeamsHostsProbe(Settings.Teams teams, Web web) {
    this.teams = teams;
    this.web = web;
  }

  @Override
  public Check check() {
    return Check.TEAMS_CONNECTOR;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    var silent = new ArrayList<Reply.Unanswered>();
    for (var host : teams.serviceHosts()) {
      if (web.get(address(host)) instanceof Reply.Unanswered unanswered) {
        silent.add(unanswered);
      }
    }
    if (silent.size() == teams.serviceHosts().size()) {
      return silent.stream().map(it -> it.finding(Check.TEAMS_CONNECTOR)).toList();
    }
    var names = String.join(", ", silent.stream().map(Reply.Unanswered::host).toList());
    return List.of(
        silent.isEmpty()
            ? Finding.ok(Check.TEAMS_CONNECTOR, "answers")
            : Finding.of(
                Check.TEAMS_CONNECTOR,
                Symptom.TEAMS_HOST_UNREACHED,
                "no answer from " + names,
                names));
  }

  private static URI address(String host) {
    var plain = URI.create("http://" + host + "/");
    return Addresses.loopback(plain) ? plain : URI.create("https://" + host + "/");
  }
}
