package dev.tiller.core.store;

import dev.tiller.core.chat.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The audit record, as rows that are only added.
final class AuditTable {

  private final Handle handle;

  AuditTable(Handle handle) {
    this.handle = handle;
  }

  void add(
      Optional<UUID> conversation,
      Person actor,
      String act,
      String subject,
      String rule,
      Instant at) {
    handle
        .createUpdate(
            """
            insert into audit (conversation, actor_id, act, subject, rule, at_time)
            values (:conversation, :actor, :act, :subject, :rule, :at)
            """)
        .bind("conversation", conversation.orElse(null))
        .bind("actor", actor.id())
        .bind("act", act)
        .bind("subject", subject)
        .bind("rule", rule)
        .bind("at", at)
        .execute();
  }
}
