package dev.tiller.core.store;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Manner;
import dev.tiller.core.text.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Conversations as rows, each the lock of all that belongs to it. Read without their agents.
final class ConversationTable {

  private static final String OF_THREAD =
      """
      select * from conversation
      where platform = :platform and workspace = :workspace and channel = :channel and root = :root
      for update
      """;

  private final Handle handle;
  private final Turns.Turn turn;

  ConversationTable(Handle handle, Turns.Turn turn) {
    this.handle = handle;
    this.turn = turn;
  }

  /// The conversation of a thread, begun if it is new, with the route given.
  Conversation lock(Address address, Instant now) {
    begin(address, now);
    return lockKnown(address).orElseThrow();
  }

  /// The conversation of a thread that has one, with the route given.
  Optional<Conversation> lockKnown(Address address) {
    try (var query = handle.createQuery(OF_THREAD)) {
      Threads.bind(query, address.thread());
      return query.map((row, context) -> read(row)).findOne().map(known -> routed(known, address));
    }
  }

  /// Whether there is any in a thread's channel.
  boolean isIn(ChatThread anyThread) {
    return handle
        .createQuery(
            """
            select 1 from conversation
            where platform = :platform and workspace = :workspace and channel = :channel
            fetch first 1 rows only
            """)
        .bind("platform", anyThread.platform().name())
        .bind("workspace", anyThread.workspace())
        .bind("channel", anyThread.channel())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  Optional<Conversation> lock(UUID conversation) {
    return handle
        .createQuery("select * from conversation where id = :id for update")
        .bind("id", conversation)
        .map((row, context) -> read(row))
        .findOne();
  }

  private Conversation routed(Conversation known, Address address) {
    var complete = address.knowing(known.address().route());
    if (!complete.route().equals(known.address().route())) {
      handle
          .createUpdate("update conversation set route = :route where id = :id")
          .bind("route", complete.route())
          .bind("id", known.id())
          .execute();
    }
    return new Conversation(known.id(), complete, List.of(), known.manner());
  }

  private record Row(ChatThread thread) {}

  private void begin(Address address, Instant now) {
    try (var statement =
        handle.createUpdate(
            """
            insert into conversation (id, platform, workspace, channel, root, route, begun_at)
            values (:id, :platform, :workspace, :channel, :root, :route, :now)
            on conflict do nothing
            """)) {
      Threads.bind(statement, address.thread());
      statement.bind("id", UUID.randomUUID()).bind("route", address.route()).bind("now", now);
      turn.insert(new Row(address.thread()), statement::execute);
    }
  }

  /// Keeps what is the conversation's own.
  void update(Conversation before, Conversation after) {
    if (!before.manner().equals(after.manner())) {
      handle
          .createUpdate(
              "update conversation set language = :language, listening = :listening where id = :id")
          .bind("language", after.manner().language().code())
          .bind("listening", after.manner().listening().name())
          .bind("id", after.id())
          .execute();
    }
  }

  private static Conversation read(ResultSet row) throws SQLException {
    var manner =
        new Manner(
            Language.parse(row.getString("language")).orElse(Language.ENGLISH),
            Manner.Listening.valueOf(row.getString("listening")));
    return new Conversation(Columns.id(row, "id"), Threads.read(row), List.of(), manner);
  }
}
