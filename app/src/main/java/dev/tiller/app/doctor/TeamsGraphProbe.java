package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import dev.tiller.teams.TeamsSettings;
import java.util.List;

/// Logs the bot in for Microsoft Graph, and looks whether that answers. What the bot reads there is
/// granted place by place, which no token tells; permissions in the token hold for the whole
/// tenant.
final class TeamsGraphProbe implements Probe {

  private final Settings.Teams teams;
  private final Web web;

  TeamsGraphProbe(Settings.Teams teams, Web web) {
    this.teams = teams;
    this.web = web;
  }

  @Override
  public Check check() {
    return Check.TEAMS_GRAPH;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return List.of(
        switch (TeamsToken.request(teams, scope(), web)) {
          case TeamsToken.Missing(var finding) -> finding.apply(Check.TEAMS_GRAPH);
          case TeamsToken.Given token -> reach(token);
        });
  }

  /// Each national cloud has its own; a stand-in takes tokens for the public one.
  private String scope() {
    var graph = Addresses.loopback(teams.graphUrl()) ? TeamsSettings.GRAPH : teams.graphUrl();
    return graph.resolve("/.default").toString();
  }

  private Finding reach(TeamsToken.Given token) throws InterruptedException {
    if (web.get(teams.graphUrl()) instanceof Reply.Unanswered unanswered) {
      return unanswered.finding(Check.TEAMS_GRAPH);
    }
    var roles = String.join(", ", token.roles());
    return roles.isEmpty()
        ? Finding.ok(Check.TEAMS_GRAPH, "answers; reading is granted by each team and chat")
        : Finding.of(
            Check.TEAMS_GRAPH,
            Symptom.TEAMS_MORE_ROLES,
            "permissions for the whole tenant: " + roles,
            roles);
  }
}
