package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import java.util.List;

/// Logs the bot in for the connector.
final class TeamsLoginProbe implements Probe {

  private static final String CONNECTOR = "https://api.botframework.com/.default";

  private final Settings.Teams teams;
  private final Web web;

  TeamsLoginProbe(Settings.Teams teams, Web web) {
    this.teams = teams;
    this.web = web;
  }

  @Override
  public Check check() {
    return Check.TEAMS;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return List.of(
        switch (TeamsToken.request(teams, CONNECTOR, web)) {
          case TeamsToken.Missing(var finding) -> finding.apply(Check.TEAMS);
          case TeamsToken.Given token -> judge(token);
        });
  }

  private Finding judge(TeamsToken.Given token) {
    var tenant = token.claim("tid");
    return tenant.isEmpty() || tenant.equalsIgnoreCase(teams.tenantId())
        ? Finding.ok(
            Check.TEAMS, "app %s in the tenant %s".formatted(teams.appId(), teams.tenantId()))
        : Finding.of(
            Check.TEAMS,
            Symptom.TEAMS_OTHER_TENANT,
            "the token is of the tenant " + tenant,
            tenant);
  }
}
