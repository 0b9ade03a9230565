package dev.tiller.app.doctor;

import static dev.tiller.app.doctor.Status.NOTE;
import static dev.tiller.app.doctor.Status.SKIPPED;
import static dev.tiller.app.doctor.Status.WRONG;

import java.util.Locale;

/// Everything that can be found amiss, each with its mend. `docs/doctor.md` shows this table.
public enum Symptom {
  SETTING_WRONG(
      WRONG,
      "A setting is missing, or cannot be right.",
      "Set it right in the environment or in tiller.yaml; docs/settings.md says what it may be."),
  SETTING_NOTICED(NOTE, "A setting that may not be meant so.", ""),
  KEY_FILE_WRONG(
      WRONG,
      "The key file beside the database cannot be read.",
      "Let the bot's user read %s, or restore it from a backup."),

  NAME_UNKNOWN(
      WRONG, "A service's name leads to no address.", "Check this machine's DNS and the name %s."),
  NO_CONNECTION(
      WRONG,
      "A service's address takes no connection.",
      "Let this machine connect to %s; a firewall may stand between."),
  TLS_REFUSED(
      WRONG,
      "The encrypted connection to a service cannot be trusted.",
      "See who answers as %s: if your network inspects TLS, add its certificate to Java's trust"
          + " store."),
  NO_ANSWER(
      WRONG, "A service took the connection and did not answer.", "Try again; see what slows %s."),
  OUT_OF_TIME(WRONG, "A check took too long.", "Run it again; see what slows this machine."),
  CHECK_BROKE(
      WRONG, "A check ended in a way that nobody foresaw.", "Report this, with the line above."),
  PROXY_IGNORED(
      NOTE,
      "The environment names a proxy, which the bot does not use.",
      "Let this machine reach the services directly, or unset %s."),

  CLOCK_WRONG(
      WRONG,
      "The clock is off by a minute or more: signatures fail at five.",
      "Set this machine's clock, best by NTP."),
  CLOCK_DRIFTS(NOTE, "The clock is off by some seconds.", "Have NTP keep this machine's clock."),
  CLOCK_UNKNOWN(SKIPPED, "No service has told the time.", "Mend what keeps them from answering."),

  DATABASE_UNREACHABLE(
      WRONG, "The database server does not answer.", "Start it, or correct TILLER_DATABASE_URL."),
  DATABASE_REFUSED(
      WRONG,
      "The database refuses the user.",
      "Correct TILLER_DATABASE_USER and TILLER_DATABASE_PASSWORD, or grant the user the database."),
  DATABASE_IN_USE(
      WRONG,
      "Another program has the H2 file open.",
      "Stop it; only one process at a time can have an H2 file."),
  DATABASE_WITH_BOT(
      SKIPPED,
      "The running bot has the H2 file open, and says that it is well.",
      "For a closer look stop the bot first."),
  DATABASE_READ_ONLY(WRONG, "The database cannot be written.", "Let the bot's user write %s."),
  DATABASE_OTHER_OWNER(
      NOTE,
      "The H2 file belongs to another user than the one who runs doctor.",
      "Run doctor as %s, if the bot runs as that user; otherwise give the bot's user the folder."),
  DATABASE_NEWER(
      WRONG,
      "A newer version of Tiller has changed the schema.",
      "Start that version again, or restore a backup from before it."),
  DATABASE_ALTERED(
      WRONG,
      "A step of the schema failed or was changed by hand.",
      "Restore a backup, or repair the schema before you start the bot."),
  DATABASE_BEHIND(
      NOTE, "The schema is of an older version.", "Nothing: serve brings it up to date."),
  DATABASE_ODD(WRONG, "The database fails in another way.", "See its log about SQL state %s."),
  DATABASE_FLEETING(
      NOTE,
      "The database lives in memory and ends with the process.",
      "Give TILLER_DATABASE_URL a file or PostgreSQL."),
  POSTGRESQL_OLD(
      NOTE, "PostgreSQL is older than what Tiller is tested with.", "Upgrade it to 16 or newer."),
  DISK_LOW(NOTE, "Less than 1 GB is free for the H2 file.", "Make room, or move the data."),
  DISK_FULL(WRONG, "Less than 100 MB is free for the H2 file.", "Make room, or move the data."),

  PORT_TAKEN(
      WRONG,
      "Something else listens where the bot is to listen.",
      "Stop it, or choose another TILLER_PORT."),
  SERVER_UNTOLD(
      NOTE,
      "A Tiller listens there, and without its key doctor cannot tell whether it is this bot.",
      "Run doctor as the bot runs, with its user, folder and settings: docs/install/server.md and"
          + " docker.md say how."),
  PORT_DENIED(
      WRONG,
      "The address to listen on cannot be had.",
      "Set TILLER_HOST to an address of this machine and TILLER_PORT to a port above 1023."),
  PORT_ANY(
      SKIPPED,
      "The port is a new one at each start, so nobody can look.",
      "Give TILLER_PORT a number to have this looked at."),
  SERVER_NOT_READY(WRONG, "The running bot says that it is not ready.", "See its log about: %s."),
  URL_NOT_SET(
      NOTE,
      "The public address is needed and not known here.",
      "Set TILLER_PUBLIC_URL to have the way in looked at; Cursor's webhooks need it."),
  URL_LOCAL(
      WRONG,
      "The public URL means this machine only, so that nobody outside can call.",
      "Set TILLER_PUBLIC_URL to the https address that leads here from the internet."),
  INBOUND_ELSEWHERE(
      WRONG,
      "The public address is answered by something else than this bot.",
      "Have your proxy or tunnel pass %s to the bot's address, path and headers unchanged."),
  INBOUND_UNTOLD(
      NOTE,
      "A Tiller answers at the public address, and without its key doctor cannot tell whether it is"
          + " this bot.",
      "Run doctor as the bot runs, with its user, folder and settings: docs/install/server.md and"
          + " docker.md say how."),
  INBOUND_REDIRECTED(
      WRONG,
      "The public address redirects, which the services do not follow.",
      "Set TILLER_PUBLIC_URL to where it leads, or stop redirecting %s."),
  INBOUND_REFUSED(
      WRONG,
      "This bot refuses what is signed with these settings.",
      "Restart the bot with these settings; if it has them, see that no proxy changes %s."),
  INBOUND_SLOW(
      NOTE,
      "The way through the public URL takes long; Slack waits three seconds.",
      "See what slows the way to %s."),

  SLACK_TOKEN_REFUSED(
      WRONG,
      "Slack refuses the bot token.",
      "Copy the Bot User OAuth Token anew from the Slack app, OAuth & Permissions, into"
          + " SLACK_BOT_TOKEN."),
  SLACK_NOT_A_BOT(
      WRONG,
      "The token belongs to a person, not to the app's bot.",
      "Set SLACK_BOT_TOKEN to the token that begins with xoxb-."),
  SLACK_LATER(NOTE, "Slack does not take calls right now.", "Try again in a minute."),
  SLACK_ODD(
      WRONG,
      "What answers is not Slack's Web API, or sends the bot to a host that is not Slack's.",
      "Correct SLACK_API_URL; it ends with /api/."),
  SLACK_SCOPE_MISSING(
      WRONG,
      "The app lacks scopes that the bot uses.",
      "Add %s at the Slack app, OAuth & Permissions, and install the app again."),
  SLACK_SCOPE_MORE(
      NOTE, "The app may do more than the bot uses.", "Remove %s from the Slack app if you like."),
  SLACK_SCOPES_UNTOLD(SKIPPED, "Slack has not said which scopes there are.", ""),
  SLACK_SLOW_CLASS(
      NOTE,
      "Slack lets this app read a thread once a minute, as apps that are sold outside its"
          + " Marketplace.",
      "Create the app from Tiller's manifest in your own workspace: such apps are exempt."),
  SLACK_PACE_UNTOLD(
      SKIPPED,
      "Slack has not let itself be asked, so its pace cannot be told now.",
      "Try again in some minutes."),
  SLACK_APP_TOKEN_REFUSED(
      WRONG,
      "Slack opens no socket for the app-level token.",
      "Turn on Socket Mode for the Slack app, and make a new token at Basic Information, App-Level"
          + " Tokens, for SLACK_APP_TOKEN."),
  SLACK_APP_TOKEN_SCOPE(
      WRONG,
      "The app-level token lacks its scope.",
      "Make one with the scope connections:write at Basic Information, App-Level Tokens."),
  SLACK_SOCKET_DOWN(
      WRONG,
      "At the start of the bot: it has no connection to Slack, and goes on trying.",
      "Run ./tiller doctor, which looks at the app-level token and the way to Slack."),
  SLACK_OTHER_APP(
      WRONG,
      "Bot token and app-level token belong to different apps.",
      "Take SLACK_BOT_TOKEN and SLACK_APP_TOKEN from the same Slack app."),

  TEAMS_APP_UNKNOWN(
      WRONG,
      "The tenant knows no such app.",
      "Correct TEAMS_APP_ID and TEAMS_TENANT_ID: the app is single-tenant, in your own tenant."),
  TEAMS_PASSWORD_REFUSED(
      WRONG,
      "The app's password is wrong.",
      "Set TEAMS_APP_PASSWORD to a client secret's value, not to its id."),
  TEAMS_PASSWORD_EXPIRED(
      WRONG,
      "The app's password has expired.",
      "Make a new client secret at the app registration, Certificates & secrets."),
  TEAMS_TENANT_UNKNOWN(WRONG, "There is no such tenant.", "Correct TEAMS_TENANT_ID."),
  TEAMS_LOGIN_REFUSED(
      WRONG, "The login is refused for another reason.", "Look up %s at Microsoft's error codes."),
  TEAMS_LATER(NOTE, "Microsoft's login does not answer properly right now.", "Try again later."),
  TEAMS_ODD(WRONG, "What answers is not Microsoft's login.", "Correct TEAMS_LOGIN_URL."),
  TEAMS_OTHER_TENANT(
      WRONG, "The token is of another tenant.", "Set TEAMS_TENANT_ID to %s, or the app's own."),
  TEAMS_KEYS_ODD(
      WRONG,
      "There are no keys for Teams at the address of its keys.",
      "Correct TEAMS_OPENID_METADATA_URL."),
  TEAMS_HOST_UNREACHED(
      NOTE,
      "Some of the connector's hosts do not answer.",
      "Let this machine reach %s, or take it out of TEAMS_SERVICE_HOSTS."),
  TEAMS_MORE_ROLES(
      NOTE,
      "The app has permissions for the whole tenant that the bot does not use.",
      "Remove %s at the app registration: the package asks for what is needed, place by place."),

  CURSOR_KEY_REFUSED(
      WRONG,
      "Cursor refuses the API key.",
      "Make a key in Cursor's dashboard, Integrations, and set CURSOR_API_KEY."),
  CURSOR_PLAN(
      WRONG,
      "The key's plan, role or privacy settings do not allow cloud agents.",
      "Have the owner of the Cursor account look at plan and settings in the dashboard."),
  CURSOR_USED_UP(
      WRONG, "The account's usage limit is reached.", "Raise the limit in Cursor's dashboard."),
  CURSOR_LATER(NOTE, "Cursor does not answer properly right now.", "Try again in a minute."),
  CURSOR_ODD(WRONG, "What answers is not Cursor's API.", "Correct CURSOR_API_URL and CURSOR_API."),
  CURSOR_OWNER_UNTOLD(
      NOTE,
      "The key works, and Cursor does not say whose it is, as for service accounts on v0.",
      ""),
  CURSOR_NO_MODELS(
      NOTE, "Cursor lists no models for this key.", "See in Cursor's dashboard what is allowed.");

  private final Status status;
  private final String meaning;
  private final String mend;

  Symptom(Status status, String meaning, String mend) {
    this.status = status;
    this.meaning = meaning;
    this.mend = mend;
  }

  /// The name in JSON, such as `slack-scope-missing`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Status status() {
    return status;
  }

  /// What is amiss, in a sentence.
  public String meaning() {
    return meaning;
  }

  /// What to do, in a sentence where `%s` stands for what it is about; empty when nothing is to be
  /// done.
  String mend() {
    return mend;
  }
}
