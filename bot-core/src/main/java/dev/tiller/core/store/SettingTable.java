package dev.tiller.core.store;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Settings as rows, and where outsiders read along: one for each value that was chosen. A value
/// that this version cannot read counts as not chosen.
final class SettingTable {

  private static final String OF_REQUEST =
      """
      select scope, name, chosen from setting where platform = :platform
        and workspace = :workspace and scope = 'WORKSPACE' and subject = ''
      union all
      select scope, name, chosen from setting where platform = :platform
        and workspace = :workspace and scope = 'CHANNEL' and subject = :channel
      union all
      select scope, name, chosen from setting where platform = :platform
        and workspace = :workspace and scope = 'PERSON' and subject = :person
      """;

  private static final String ONE_SETTING =
      " where platform = :platform and workspace = :workspace and scope = :scope"
          + " and subject = :subject and name = :name";

  private final Handle handle;
  private final Turns.Turn turn;

  SettingTable(Handle handle, Turns.Turn turn) {
    this.handle = handle;
    this.turn = turn;
  }

  /// What the thread's workspace and channel and this person have chosen; an absent one nothing.
  Map<Scope, Defaults> of(ChatThread thread, Person person) {
    var found = new EnumMap<Scope, Defaults>(Scope.class);
    handle
        .createQuery(OF_REQUEST)
        .bind("platform", thread.platform().name())
        .bind("workspace", thread.workspace())
        .bind("channel", thread.channel())
        .bind("person", person.id())
        .map((row, context) -> add(found, row))
        .list();
    return found;
  }

  private static Scope add(Map<Scope, Defaults> found, ResultSet row) throws SQLException {
    var scope = Scope.valueOf(row.getString("scope"));
    var before = found.getOrDefault(scope, Defaults.NONE);
    var name = row.getString("name");
    var chosen = row.getString("chosen");
    Arrays.stream(SettingName.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .flatMap(known -> SettingValues.set(before, known, chosen))
        .ifPresent(after -> found.put(scope, after));
    return scope;
  }

  void change(ScopeKey key, SettingChange change, Person by, Instant at) {
    if (change.value().isEmpty()) {
      try (var delete = handle.createUpdate("delete from setting" + ONE_SETTING)) {
        bind(delete, key, change.name()).execute();
      }
      return;
    }
    try (var insert =
            handle.createUpdate(
                """
                insert into setting (platform, workspace, scope, subject, name, chosen, changed_by,
                  changed_at)
                values (:platform, :workspace, :scope, :subject, :name, :chosen, :by, :at)
                on conflict do nothing
                """);
        var update =
            handle.createUpdate(
                "update setting set chosen = :chosen, changed_by = :by, changed_at = :at"
                    + ONE_SETTING)) {
      var chosen = change.value().get();
      bind(insert, key, change.name()).bind("chosen", chosen).bind("by", by.id()).bind("at", at);
      bind(update, key, change.name()).bind("chosen", chosen).bind("by", by.id()).bind("at", at);
      if (insert.execute() == 0) {
        update.execute();
      }
    }
  }

  private static <S extends SqlStatement<S>> S bind(S statement, ScopeKey key, SettingName name) {
    return statement
        .bind("platform", key.platform().name())
        .bind("workspace", key.workspace())
        .bind("scope", key.scope().name())
        .bind("subject", key.id())
        .bind("name", name.name());
  }

  private record OutsideChannel(Platform platform, String workspace, String channel) {}

  void seenOutsider(ChatThread thread, Instant at) {
    turn.insert(
        new OutsideChannel(thread.platform(), thread.workspace(), thread.channel()),
        () ->
            handle
                .createUpdate(
                    "insert into outside_channel (platform, workspace, channel, seen_at)"
                        + " values (:platform, :workspace, :channel, :at) on conflict do nothing")
                .bind("platform", thread.platform().name())
                .bind("workspace", thread.workspace())
                .bind("channel", thread.channel())
                .bind("at", at)
                .execute());
  }

  boolean outsidersRead(ChatThread thread) {
    return handle
            .createQuery(
                "select count(*) from outside_channel where platform = :platform"
                    + " and workspace = :workspace and channel = :channel")
            .bind("platform", thread.platform().name())
            .bind("workspace", thread.workspace())
            .bind("channel", thread.channel())
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
