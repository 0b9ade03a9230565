package dev.tiller.app.doctor;

import java.util.Locale;

/// What is looked at, in the order of the report.
public enum Check {
  SETTINGS("Settings", "Every setting, as `serve` reads them, and the key file."),
  NETWORK("Network", "Whether a proxy is set that the bot does not use."),
  CLOCK("Clock", "This machine's time against the `Date` of what the services answer."),
  DATABASE(
      "Database", "Reach, password, schema, writing; the disk's free space; PostgreSQL's age."),
  SERVER("Server", "The address to listen on: free, or the running bot answers there, ready."),
  PUBLIC_URL(
      "Public URL", "Whether it is set where it is needed, and can be reached from outside."),
  SLACK("Slack app", "The bot token, its workspace and bot."),
  SLACK_SCOPES("Slack scopes", "The token's scopes against the manifest's."),
  SLACK_PACE("Slack pace", "The app's class of rate limits: how often it may read threads."),
  SLACK_SOCKET("Socket Mode", "The app-level token, its scope and its app."),
  SLACK_INBOUND("Slack to bot", "A signed request to the public URL, answered by this bot."),
  TEAMS("Teams login", "App id, password and tenant: a token for the connector."),
  TEAMS_KEYS("Teams keys", "The keys that sign what Teams sends."),
  TEAMS_CONNECTOR("Teams connector", "Whether the hosts that take messages answer."),
  TEAMS_GRAPH("Teams Graph", "A token for Graph, its permissions, and whether Graph answers."),
  TEAMS_INBOUND(
      "Teams to bot", "A request without a token to the public URL: this bot refuses it."),
  CURSOR("Cursor", "The API key, its owner, plan and models."),
  CURSOR_INBOUND("Cursor to bot", "A signed webhook to the public URL, answered by this bot.");

  private final String label;
  private final String subject;

  Check(String label, String subject) {
    this.label = label;
    this.subject = subject;
  }

  /// The name in JSON, such as `slack-scopes`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The name in reports.
  public String label() {
    return label;
  }

  /// What it looks at, in a sentence of Markdown.
  public String subject() {
    return subject;
  }
}
