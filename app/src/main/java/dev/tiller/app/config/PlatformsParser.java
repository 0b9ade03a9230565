package dev.tiller.app.config;

import static dev.tiller.app.config.Setting.SLACK_AGENT_STATUS;
import static dev.tiller.app.config.Setting.SLACK_API_URL;
import static dev.tiller.app.config.Setting.SLACK_APP_TOKEN;
import static dev.tiller.app.config.Setting.SLACK_BOT_TOKEN;
import static dev.tiller.app.config.Setting.SLACK_SIGNING_SECRET;
import static dev.tiller.app.config.Setting.TEAMS_APP_ID;
import static dev.tiller.app.config.Setting.TEAMS_APP_PASSWORD;
import static dev.tiller.app.config.Setting.TEAMS_GRAPH_URL;
import static dev.tiller.app.config.Setting.TEAMS_LOGIN_URL;
import static dev.tiller.app.config.Setting.TEAMS_OPENID_METADATA_URL;
import static dev.tiller.app.config.Setting.TEAMS_SERVICE_HOSTS;
import static dev.tiller.app.config.Setting.TEAMS_TENANT_ID;

import dev.tiller.app.config.Settings.AgentStatus;
import dev.tiller.app.config.Settings.Slack;
import dev.tiller.app.config.Settings.Teams;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads which chat platforms Tiller is on. Any setting that only a set-up platform has says that
/// it is meant to be there, so that half a set-up is a problem and not an absence.
final class PlatformsParser {

  private final Values values;

  PlatformsParser(Values values) {
    this.values = values;
  }

  Optional<Slack> slack() {
    return Stream.of(SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN).anyMatch(values::has)
        ? Optional.of(readSlack())
        : Optional.empty();
  }

  Optional<Teams> teams() {
    return Stream.of(TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID).anyMatch(values::has)
        ? Optional.of(readTeams())
        : Optional.empty();
  }

  private Slack readSlack() {
    var token =
        values.secret(
            SLACK_BOT_TOKEN, "is missing: copy it from the Slack app, OAuth & Permissions.");
    if (Stream.of("xapp-", "xoxp-").anyMatch(token.reveal()::startsWith)) {
      values.problem(SLACK_BOT_TOKEN, "is another kind of token: the bot token begins with xoxb-.");
    }
    if (!values.has(SLACK_APP_TOKEN) && !values.has(SLACK_SIGNING_SECRET)) {
      values.problem(
          SLACK_SIGNING_SECRET,
          "is missing: copy it from the Slack app, Basic Information, or set SLACK_APP_TOKEN for"
              + " Socket Mode.");
    }
    var signing = values.secrets(SLACK_SIGNING_SECRET);
    if (values.has(SLACK_SIGNING_SECRET) && signing.isEmpty()) {
      values.problem(
          SLACK_SIGNING_SECRET,
          "holds no secret: copy it from the Slack app, Basic Information, or leave it out.");
    }
    return new Slack(
        token,
        signing.stream().findFirst(),
        signing.stream().skip(1).toList(),
        given(SLACK_APP_TOKEN).map(this::appToken),
        values.url(SLACK_API_URL),
        values.choice(SLACK_AGENT_STATUS, AgentStatus.values()));
  }

  private Optional<Secret> given(Setting setting) {
    return values.has(setting)
        ? Optional.of(values.secret(setting, "is missing."))
        : Optional.empty();
  }

  private Secret appToken(Secret token) {
    if (Stream.of("xoxb-", "xoxp-").anyMatch(token.reveal()::startsWith)) {
      values.problem(
          SLACK_APP_TOKEN,
          "is another kind of token: make one at the Slack app, Basic Information, App-Level"
              + " Tokens, with the scope connections:write. It begins with xapp-.");
    }
    return token;
  }

  private Teams readTeams() {
    var tenant =
        values.required(
            TEAMS_TENANT_ID, "is missing: copy it from the bot's Azure page, Tenant ID.");
    if (tenant.contains(".") || List.of("common", "organizations", "consumers").contains(tenant)) {
      values.problem(
          TEAMS_TENANT_ID, "must be the tenant's id, not a domain or a group of tenants.");
    }
    return new Teams(
        values.required(TEAMS_APP_ID, "is missing: copy it from the bot's Azure page, App ID."),
        values.secret(
            TEAMS_APP_PASSWORD, "is missing: make one on the bot's Azure page, Client secrets."),
        tenant,
        values.url(TEAMS_OPENID_METADATA_URL),
        values.url(TEAMS_LOGIN_URL),
        values.url(TEAMS_GRAPH_URL),
        serviceHosts());
  }

  private List<String> serviceHosts() {
    var hosts = values.list(TEAMS_SERVICE_HOSTS);
    if (hosts.isEmpty() || hosts.stream().anyMatch(it -> !it.matches("[\\w.\\-\\[\\]:]+"))) {
      values.problem(TEAMS_SERVICE_HOSTS, "must be hosts such as example.com or example.com:443.");
    }
    return hosts;
  }
}
