package dev.tiller.core.store;

import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.AuditRecord;
import dev.tiller.core.conversation.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The audit record, as rows that are only added.
final class AuditTable implements AuditRecord {

  private final Handle handle;

  AuditTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void add(
      Optional<UUID> conversation,
      Person actor,
      String act,
      String subject,
      String rule,
      Instant at) {
    handle
        .createUpdate(
            """
            insert into audit (conversation, actor_id, actor_name, act, subject, rule, at_time)
            values (:conversation, :actor, :name, :act, :subject, :rule, :at)
            """)
        .bind("conversation", conversation.orElse(null))
        .bind("actor", actor.id())
        .bind("name", actor.nameless() ? null : actor.name())
        .bind("act", act)
        .bind("subject", subject)
        .bind("rule", rule)
        .bind("at", at)
        .execute();
  }

  @Override
  public List<Recorded> last(UUID conversation, int most) {
    try (var query = handle.createQuery(last(""))) {
      return read(query, conversation, most);
    }
  }

  @Override
  public List<Recorded> last(UUID conversation, Person reader, int most) {
    var own = "and (a.actor_id = :reader or a.act <> 'message ignored')";
    try (var query = handle.createQuery(last(own))) {
      return read(query.bind("reader", reader.id()), conversation, most);
    }
  }

  private static String last(String further) {
    return """
    select a.*, coalesce(p.name, a.actor_name) as name from audit a
      join conversation c on c.id = a.conversation
      left join person p
        on p.platform = c.platform and p.workspace = c.workspace and p.id = a.actor_id
    where a.conversation = :conversation %s
    order by a.id desc
    limit :most
    """
        .formatted(further);
  }

  private static List<Recorded> read(Query query, UUID conversation, int most) {
    return query
        .bind("conversation", conversation)
        .bind("most", most)
        .map((row, context) -> read(row))
        .list();
  }

  private static Recorded read(ResultSet row) throws SQLException {
    var id = row.getString("actor_id");
    return new Recorded(
        new Person(id, id, Columns.text(row, "name").orElse(id)),
        row.getString("act"),
        row.getString("subject"),
        row.getString("rule"),
        Columns.time(row, "at_time").orElseThrow());
  }
}
