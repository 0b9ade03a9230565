package dev.tiller.app.config;

import java.util.Arrays;
import java.util.Optional;

/// Every setting there is. The constant's name is the setting's, in the environment and in the
/// file. Parsing, `--help` and the settings reference follow this table.
public enum Setting {
  SLACK_BOT_TOKEN(Kind.SECRET, "", "The Slack app's bot token, `xoxb-…`."),
  SLACK_SIGNING_SECRET(
      Kind.SECRET,
      "",
      "What Slack signs its requests with. Not needed with Socket Mode. While it is being changed"
          + " two, comma separated, the new one first."),
  SLACK_APP_TOKEN(
      Kind.SECRET,
      "",
      "The app-level token, `xapp-…`: Tiller then fetches its events by Socket Mode."),
  SLACK_API_URL(Kind.PLAIN, "https://slack.com/api/", "Where Slack's Web API is."),
  SLACK_AGENT_STATUS(
      Kind.PLAIN,
      "auto",
      "Whether Slack's own agent status, with its stop button, is shown in threads: `on`, `off`, or"
          + " `auto` for until Slack refuses it."),

  TEAMS_APP_ID(Kind.PLAIN, "", "The bot's Microsoft app id."),
  TEAMS_APP_PASSWORD(Kind.SECRET, "", "The app's client secret."),
  TEAMS_TENANT_ID(Kind.PLAIN, "", "The id of the organisation that the bot serves."),
  TEAMS_OPENID_METADATA_URL(
      Kind.PLAIN,
      "https://login.botframework.com/v1/.well-known/openidconfiguration",
      "Where the keys of Teams' tokens are announced."),
  TEAMS_LOGIN_URL(
      Kind.PLAIN, "https://login.microsoftonline.com", "The authority that the bot logs in at."),
  TEAMS_GRAPH_URL(
      Kind.PLAIN,
      "https://graph.microsoft.com/v1.0",
      "Where Microsoft Graph is, which tells what was said in a thread."),
  TEAMS_SERVICE_HOSTS(
      Kind.PLAIN,
      "smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com,smba.infra.gov.teams.microsoft.us",
      "The hosts that may call as Teams and receive the bot's token, comma separated."),

  CURSOR_API_KEY(Kind.SECRET, "", "The Cursor API key that agents run under. Required."),
  CURSOR_API_URL(Kind.PLAIN, "https://api.cursor.com", "Where Cursor's API is."),
  CURSOR_API(Kind.PLAIN, "v1", "The version of Cursor's API: `v1` or `v0`."),

  TILLER_PUBLIC_URL(
      Kind.PLAIN,
      "",
      "The address under which the internet reaches this server. Cursor's webhooks need it (`v0`)."),
  TILLER_HOST(Kind.PLAIN, "127.0.0.1", "The address to listen on."),
  TILLER_PORT(Kind.PLAIN, "8080", "The port to listen on; `0` takes any free one."),
  TILLER_DATABASE_URL(
      Kind.PLAIN,
      "jdbc:h2:async:./data/tiller",
      "The database: an H2 file (`jdbc:h2:…`) or PostgreSQL (`jdbc:postgresql://…`)."),
  TILLER_DATABASE_USER(Kind.PLAIN, "", "The database user."),
  TILLER_DATABASE_PASSWORD(Kind.SECRET, "", "The database user's password."),
  TILLER_SECRET_KEY(
      Kind.SECRET,
      "",
      "Keys that other secrets are derived from, at least 32 characters each, comma separated: the"
          + " first is used, all are accepted. Required with PostgreSQL; else one is made and kept"
          + " beside the H2 file."),
  TILLER_DEFAULT_REPO(
      Kind.PLAIN, "", "The repository of requests that name none: `owner/name` or a URL."),
  TILLER_STEERING(
      Kind.PLAIN,
      "owner",
      "Who may steer an agent: its `owner`, or everyone on the `team`. Channels and workspaces can"
          + " say otherwise."),
  TILLER_ADMINS(
      Kind.PLAIN,
      "",
      "Who may change the workspace's and channels' settings in chat, comma separated: `slack:` with"
          + " a member id, `teams:` with an Entra object id."),
  TILLER_CHANNEL_SETTINGS(
      Kind.PLAIN,
      "admins",
      "Who may change a channel's settings: `admins`, or all its `members` who are no outsiders."),
  TILLER_SETTINGS_FILE(
      Kind.PLAIN,
      "",
      "A reviewed YAML file with admins, defaults, rules and aliases, which wins over what is set"
          + " in chat."),
  TILLER_QUEUE_LIMIT(
      Kind.PLAIN, "5", "How many follow-ups may wait for one agent: a number from 1 to 50."),
  TILLER_BURST(
      Kind.PLAIN,
      "10s",
      "Follow-ups that one person writes within this time of each other and that wait next to each"
          + " other go out as one; `off` for never."),
  TILLER_QUIET_AFTER(
      Kind.PLAIN,
      "20m",
      "How long an agent may give no sign of life before its requester is told, such as `20m` or"
          + " `2h`; `off` for never."),
  TILLER_LOG_LEVEL(Kind.PLAIN, "info", "`error`, `warn`, `info`, `debug` or `trace`."),
  TILLER_LOG_FORMAT(
      Kind.PLAIN, "text", "`text` for people, or `json`, an object on each line, for machines.");

  /// Whether the value may be shown. A secret may also stand in a file, named by the setting's name
  /// with [#FILE] after it.
  enum Kind {
    PLAIN,
    SECRET
  }

  /// What a secret's name has after it when the value is the path of a file.
  static final String FILE = "_FILE";

  private final Kind kind;
  private final String fallback;
  private final String meaning;

  Setting(Kind kind, String fallback, String meaning) {
    this.kind = kind;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  public boolean secret() {
    return kind == Kind.SECRET;
  }

  /// The default; empty when there is none.
  public String fallback() {
    return fallback;
  }

  /// What it is for, in a sentence or two of Markdown.
  public String meaning() {
    return meaning;
  }

  static Optional<Setting> named(String name) {
    return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
  }
}
