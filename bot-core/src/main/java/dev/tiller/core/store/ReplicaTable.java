package dev.tiller.core.store;

import dev.tiller.core.conversation.Replicas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The living processes, and the runs each watches.
final class ReplicaTable implements Replicas {

  private static final String UNWATCHED =
      """
      r.phase = 'RUNNING' and (r.watcher is null or r.watcher = :replica or not exists
        (select 1 from replica p where p.id = r.watcher and p.lease_until > current_timestamp))
      """;

  /// A process that was killed leaves its row, which then says the same as none.
  private static final String LONG_GONE = "lease_until < current_timestamp - interval '1' day";

  private final Jdbi jdbi;

  ReplicaTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void renew(String replica, Duration lease) {
    jdbi.useTransaction(handle -> {
      var renewed =
          write(handle, "update replica set lease_until = %s where id = :id", replica, lease);
      if (renewed == 0) {
        handle.execute("delete from replica where " + LONG_GONE);
        write(handle, "insert into replica (lease_until, id) values (%s, :id)", replica, lease);
      }
    });
  }

  private static int write(Handle handle, String sql, String replica, Duration lease) {
    var until = "current_timestamp + " + lease.toSeconds() + " * interval '1' second";
    return handle.createUpdate(sql.formatted(until)).bind("id", replica).execute();
  }

  @Override
  public void leave(String replica) {
    jdbi.useHandle(handle ->
        handle.createUpdate("delete from replica where id = :id").bind("id", replica).execute());
  }

  @Override
  public void handOver(String replica) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("update run set watcher = null where watcher = :id and phase = 'RUNNING'")
            .bind("id", replica)
            .execute());
  }

  void forgetAll() {
    jdbi.useHandle(handle -> handle.execute("delete from replica"));
  }

  @Override
  public List<WatchedRun> adopt(String replica, Set<UUID> watched, int limit) {
    var free =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "select r.id, a.conversation from run r join agent a on a.id = r.agent"
                        + " where "
                        + UNWATCHED
                        + " order by r.asked_at")
                .bind("replica", replica)
                .map((row, context) ->
                    new WatchedRun(Columns.id(row, "conversation"), Columns.id(row, "id")))
                .list());
    var adopted = new ArrayList<WatchedRun>();
    for (var run : free) {
      if (!watched.contains(run.run())
          && adopted.size() < limit
          && jdbi.withHandle(handle -> take(handle, replica, run.run()))) {
        adopted.add(run);
      }
    }
    return adopted;
  }

  private static boolean take(Handle handle, String replica, UUID run) {
    return handle
            .createUpdate("update run r set watcher = :replica where r.id = :id and " + UNWATCHED)
            .bind("replica", replica)
            .bind("id", run)
            .execute()
        == 1;
  }
}
