package dev.tiller.app.config;

import static dev.tiller.app.config.Setting.CURSOR_API;
import static dev.tiller.app.config.Setting.CURSOR_API_KEY;
import static dev.tiller.app.config.Setting.CURSOR_API_URL;
import static dev.tiller.app.config.Setting.SLACK_BOT_TOKEN;
import static dev.tiller.app.config.Setting.TILLER_ADMINS;
import static dev.tiller.app.config.Setting.TILLER_BURST;
import static dev.tiller.app.config.Setting.TILLER_CHANNEL_SETTINGS;
import static dev.tiller.app.config.Setting.TILLER_DEFAULT_REPO;
import static dev.tiller.app.config.Setting.TILLER_HOST;
import static dev.tiller.app.config.Setting.TILLER_LOG_FORMAT;
import static dev.tiller.app.config.Setting.TILLER_LOG_LEVEL;
import static dev.tiller.app.config.Setting.TILLER_PORT;
import static dev.tiller.app.config.Setting.TILLER_PUBLIC_URL;
import static dev.tiller.app.config.Setting.TILLER_QUEUE_LIMIT;
import static dev.tiller.app.config.Setting.TILLER_QUIET_AFTER;
import static dev.tiller.app.config.Setting.TILLER_SETTINGS_FILE;
import static dev.tiller.app.config.Setting.TILLER_STEERING;

import dev.tiller.app.config.Settings.Cursor;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.config.Settings.Governance;
import dev.tiller.app.config.Settings.LogFormat;
import dev.tiller.app.config.Settings.LogLevel;
import dev.tiller.app.config.Settings.Queueing;
import dev.tiller.app.config.Settings.Steering;
import dev.tiller.app.config.Settings.Web;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.settings.Admin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;

/// Makes typed settings of the values, and collects what is wrong with them.
final class SettingsParser {

  private final Values values;

  SettingsParser(Values values) {
    this.values = values;
  }

  Settings parse() throws BadSettings {
    var platforms = new PlatformsParser(values);
    var slack = platforms.slack();
    var teams = platforms.teams();
    if (slack.isEmpty() && teams.isEmpty()) {
      values.problem(
          SLACK_BOT_TOKEN,
          "is missing, and there is no other platform: set up Slack (SLACK_BOT_TOKEN with"
              + " SLACK_APP_TOKEN or SLACK_SIGNING_SECRET), Teams (TEAMS_APP_ID, TEAMS_APP_PASSWORD,"
              + " TEAMS_TENANT_ID), or both.");
    }
    var cursor = cursor();
    var web = web();
    noticeMissingWebhooks(cursor, web);
    var database = new DatabaseParser(values);
    var settings =
        new Settings(
            slack,
            teams,
            cursor,
            web,
            database.database(),
            database.keys(),
            defaultRepository(),
            choice(TILLER_STEERING, Steering.values()),
            governance(),
            queueing(),
            time(TILLER_QUIET_AFTER),
            choice(TILLER_LOG_LEVEL, LogLevel.values()),
            choice(TILLER_LOG_FORMAT, LogFormat.values()),
            values.notices());
    requireNoProblems();
    return settings;
  }

  Cursor parseCursor() throws BadSettings {
    var cursor = cursor();
    requireNoProblems();
    return cursor;
  }

  private void requireNoProblems() throws BadSettings {
    if (!values.problems().isEmpty()) {
      throw new BadSettings(values.problems());
    }
  }

  private Cursor cursor() {
    return new Cursor(
        values.secret(CURSOR_API_KEY, "is missing: make one in Cursor's dashboard, Integrations."),
        values.url(CURSOR_API_URL),
        choice(CURSOR_API, CursorApi.values()));
  }

  private Web web() {
    int port =
        values.parsed(TILLER_PORT, SettingsParser::port, "must be a number from 0 to 65535.");
    var url =
        values.has(TILLER_PUBLIC_URL)
            ? Optional.of(withoutSlash(values.url(TILLER_PUBLIC_URL)))
            : Optional.<URI>empty();
    return new Web(values.text(TILLER_HOST), port, url);
  }

  private Optional<Repository> defaultRepository() {
    var repository = values.optional(TILLER_DEFAULT_REPO).flatMap(Repository::parse);
    if (values.has(TILLER_DEFAULT_REPO) && repository.isEmpty()) {
      values.problem(TILLER_DEFAULT_REPO, "must be owner/name or the URL of a repository.");
    }
    return repository;
  }

  private Governance governance() {
    var admins = new LinkedHashSet<Admin>();
    for (var written : values.list(TILLER_ADMINS)) {
      Admin.parse(written)
          .ifPresentOrElse(
              admins::add,
              () ->
                  values.problem(
                      TILLER_ADMINS,
                      "must be ids such as slack:U0123ABCD or teams: with an Entra object id,"
                          + " comma separated."));
    }
    var file = values.optional(TILLER_SETTINGS_FILE).map(Path::of);
    file.ifPresent(this::checkReviewed);
    return new Governance(
        admins,
        choice(TILLER_CHANNEL_SETTINGS, ChannelSetters.values()) == ChannelSetters.MEMBERS,
        file);
  }

  private enum ChannelSetters {
    ADMINS,
    MEMBERS
  }

  private void checkReviewed(Path file) {
    try {
      var _ = ReviewedYaml.read(file);
    } catch (BadReviewedFile e) {
      values.problem(TILLER_SETTINGS_FILE, "names " + file + ", but " + e.getMessage());
    }
  }

  private void noticeMissingWebhooks(Cursor cursor, Web web) {
    if (cursor.api() == CursorApi.V0 && web.publicUrl().isEmpty()) {
      values.notice(
          "TILLER_PUBLIC_URL is not set: Cursor cannot call back, endings are found by polling.");
    }
  }

  private <E extends Enum<E>> E choice(Setting setting, E[] constants) {
    return values.choice(setting, constants);
  }

  private static Optional<Integer> port(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  /// A time, or an empty one for `off`; nothing for anything else.
  private Queueing queueing() {
    int limit =
        values.parsed(
            TILLER_QUEUE_LIMIT,
            text ->
                Optional.of(text)
                    .filter(its -> its.matches("[1-9]|[1-4]\\d|50"))
                    .map(Integer::valueOf),
            "must be a number from 1 to 50.");
    return new Queueing(limit, time(TILLER_BURST));
  }

  private Optional<Duration> time(Setting setting) {
    return values.parsed(
        setting, SettingsParser::patience, "must be a time such as 90s, 20m or 2h, or off.");
  }

  private static Optional<Optional<Duration>> patience(String text) {
    if (text.equalsIgnoreCase("off")) {
      return Optional.of(Optional.empty());
    }
    return text.matches("[1-9]\\d{0,5}[smhSMH]")
        ? Optional.of(Optional.of(Duration.parse("PT" + text)))
        : Optional.empty();
  }

  private static URI withoutSlash(URI uri) {
    return URI.create(uri.toString().replaceFirst("/+$", ""));
  }
}
