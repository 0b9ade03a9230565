package dev.tiller.core.store;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.ThreadMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Messages that were addressed to the bot, for a while.
final class SeenTable {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Handle handle;

  SeenTable(Handle handle) {
    this.handle = handle;
  }

  void add(InboundMessage message, Instant now) {
    try (var insert =
        handle.createUpdate(
            """
            insert into seen_message (platform, workspace, channel, root, id, author_id,
              author_handle, author_name, seen_at, content)
            values (:platform, :workspace, :channel, :root, :id, :author_id, :author_handle,
              :author_name, :now, :content)
            on conflict do nothing
            """)) {
      Threads.bind(insert, message.address().thread());
      People.bind(insert, "author", message.author());
      insert
          .bind("id", message.message())
          .bind("now", now)
          .bind("content", message.text().replace("\0", ""))
          .execute();
    }
    handle
        .createUpdate("delete from seen_message where seen_at < :old")
        .bind("old", now.minus(KEPT))
        .execute();
  }

  /// The newest ones, oldest first.
  List<ThreadMessage> of(ChatThread thread, Optional<String> after, String before, int most) {
    try (var query =
        handle.createQuery(
            """
            select * from seen_message
            where platform = :platform and workspace = :workspace and channel = :channel
              and root = :root and id > :after and id < :before
            order by seen_at desc, id desc
            limit :most
            """)) {
      Threads.bind(query, thread);
      return query
          .bind("after", after.orElse(""))
          .bind("before", before)
          .bind("most", most)
          .map((row, context) ->
              new ThreadMessage(
                  row.getString("id"),
                  People.read(row, "author"),
                  false,
                  Columns.time(row, "seen_at").orElseThrow(),
                  row.getString("content"),
                  List.of()))
          .list()
          .reversed();
    }
  }
}
