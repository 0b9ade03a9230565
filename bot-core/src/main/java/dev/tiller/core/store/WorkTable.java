package dev.tiller.core.store;

import dev.tiller.core.conversation.NewWork;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.conversation.WorkQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Work as rows. A row is free when nobody owns it or its owner's lease has ended; of a lane only
/// the oldest row can be taken.
final class WorkTable implements WorkQueue {

  private static final String FREE =
      "(w.owner is null or not exists"
          + " (select 1 from replica r where r.id = w.owner and r.lease_until > current_timestamp))";

  private static final String CANDIDATES =
      """
      select w.id from work w
      where w.due <= :now and %s
        and not exists (select 1 from work e where e.lane = w.lane and e.id < w.id)
      order by w.id
      limit :limit
      """
          .formatted(FREE);

  private static final String LOCK =
      "select w.* from work w where w.id = :id and w.due <= :now and "
          + FREE
          + " for update skip locked";

  private final Jdbi jdbi;

  WorkTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  static void insert(Handle handle, NewWork work) {
    handle
        .createUpdate(
            """
            insert into work (lane, kind, conversation, subject, due, attempts, unsure)
            values (:lane, :kind, :conversation, :subject, :due, 0, false)
            """)
        .bind("lane", work.lane())
        .bind("kind", work.kind().name())
        .bind("conversation", work.conversation())
        .bind("subject", work.subject())
        .bind("due", work.due())
        .execute();
  }

  static void delete(Handle handle, WorkItem item) {
    handle
        .createUpdate("delete from work where id = :id and owner = :owner")
        .bind("id", item.id())
        .bind("owner", item.owner())
        .execute();
  }

  @Override
  public List<WorkItem> take(String owner, int limit, Instant now) {
    var candidates =
        jdbi.withHandle(handle ->
            handle
                .createQuery(CANDIDATES)
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    return candidates.isEmpty()
        ? List.of()
        : jdbi.inTransaction(handle ->
            candidates.stream().flatMap(id -> take(handle, owner, id, now).stream()).toList());
  }

  private static List<WorkItem> take(Handle handle, String owner, long id, Instant now) {
    var items =
        handle
            .createQuery(LOCK)
            .bind("id", id)
            .bind("now", now)
            .map((row, context) -> read(row, owner))
            .list();
    for (var item : items) {
      handle
          .createUpdate(
              "update work set owner = :owner, attempts = attempts + 1, unsure = true"
                  + " where id = :id")
          .bind("owner", owner)
          .bind("id", item.id())
          .execute();
    }
    return items;
  }

  private static WorkItem read(ResultSet row, String owner) throws SQLException {
    return new WorkItem(
        row.getLong("id"),
        row.getString("lane"),
        WorkKind.valueOf(row.getString("kind")),
        row.getObject("conversation", UUID.class),
        row.getString("subject"),
        row.getInt("attempts") + 1,
        row.getBoolean("unsure"),
        owner);
  }

  @Override
  public void again(WorkItem item, Instant due, boolean unsure) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update work set owner = null, due = :due, unsure = :unsure"
                    + " where id = :id and owner = :owner")
            .bind("due", due)
            .bind("unsure", unsure)
            .bind("id", item.id())
            .bind("owner", item.owner())
            .execute());
  }

  @Override
  public void release(String owner, Set<Long> held) {
    jdbi.useTransaction(handle -> {
      var owned =
          handle
              .createQuery("select id from work where owner = :owner")
              .bind("owner", owner)
              .mapTo(Long.class)
              .list();
      owned.stream().filter(id -> !held.contains(id)).forEach(id -> free(handle, owner, id));
    });
  }

  private static void free(Handle handle, String owner, long id) {
    handle
        .createUpdate("update work set owner = null where id = :id and owner = :owner")
        .bind("id", id)
        .bind("owner", owner)
        .execute();
  }

  @Override
  public boolean isEmpty() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from work").mapTo(Integer.class).one() == 0);
  }
}
