package dev.tiller.core.store;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.conversation.AgentScope;
import dev.tiller.core.conversation.LaunchState;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Which agents a list shows, newest first.
final class AgentLines {

  private static final String LINES =
      """
      select a.id as agent_id, c.* from agent a join conversation c on c.id = a.conversation
      where c.platform = :platform and c.workspace = :workspace and a.state <> :deleted
      """;

  private static final String NEWEST_FIRST =
      """
      order by a.asked_at desc, a.ordinal desc, a.id
      limit :limit offset :offset
      """;

  private static final String OWN = "a.owner_id = :person";
  private static final String HERE = "c.channel = :channel";

  private static final String SEEN =
      """
      exists (select 1 from conversation d join agent b on b.conversation = d.id
        join run r on r.agent = b.id
        where d.platform = c.platform and d.workspace = c.workspace and d.channel = c.channel
          and r.requester_id = :person and r.asked_at > :since)
      """;

  private static final String WITH_RUN =
      "exists (select 1 from run r where r.agent = a.id and r.phase in (%s))";

  private final Handle handle;

  AgentLines(Handle handle) {
    this.handle = handle;
  }

  record Line(ChatThread thread, UUID agent) {}

  List<Line> of(ChatThread here, AgentScope scope, ListFilter filter, int offset, int limit) {
    try (var query =
        handle.createQuery(
            LINES + "and " + where(scope) + " and " + where(filter) + " " + NEWEST_FIRST)) {
      bind(query, scope, here);
      return query
          .bind("platform", here.platform().name())
          .bind("workspace", here.workspace())
          .bind("deleted", LaunchState.DELETED.name())
          .bind("offset", offset)
          .bind("limit", limit)
          .map((row, context) -> new Line(Threads.read(row).thread(), Columns.id(row, "agent_id")))
          .list();
    }
  }

  private static String where(AgentScope scope) {
    return switch (scope) {
      case AgentScope.Own _ -> OWN;
      case AgentScope.Here _ -> HERE;
      case AgentScope.OwnAndHere _ -> "(%s or %s)".formatted(OWN, HERE);
      case AgentScope.Seen _ -> "(%s or %s or %s)".formatted(OWN, HERE, SEEN);
    };
  }

  private static String where(ListFilter filter) {
    return switch (filter) {
      case ANY -> "true";
      case RUNNING -> WITH_RUN.formatted("'STARTING', 'SENDING', 'RUNNING'");
      case WAITING -> WITH_RUN.formatted("'SUGGESTED', 'WAITING', 'HELD', 'UNCERTAIN'");
      case DONE -> "not exists (select 1 from run r where r.agent = a.id and r.phase <> 'ENDED')";
    };
  }

  private static void bind(Query query, AgentScope scope, ChatThread here) {
    switch (scope) {
      case AgentScope.Own(var person) -> query.bind("person", person.id());
      case AgentScope.Here() -> query.bind("channel", here.channel());
      case AgentScope.OwnAndHere(var person) ->
          query.bind("person", person.id()).bind("channel", here.channel());
      case AgentScope.Seen(var person, var since) ->
          query.bind("person", person.id()).bind("channel", here.channel()).bind("since", since);
    }
  }
}
