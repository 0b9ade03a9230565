package dev.tiller.core.store;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How people are called, as rows.
final class PersonTable {

  private final Handle handle;
  private final Turns.Turn turn;

  PersonTable(Handle handle, Turns.Turn turn) {
    this.handle = handle;
    this.turn = turn;
  }

  Optional<String> nameOf(ChatThread thread, String person) {
    return handle
        .createQuery(
            "select name from person"
                + " where platform = :platform and workspace = :workspace and id = :id")
        .bind("platform", thread.platform().name())
        .bind("workspace", thread.workspace())
        .bind("id", person)
        .mapTo(String.class)
        .findOne();
  }

  private record Row(Platform platform, String workspace, String person) {}

  void named(ChatThread thread, String person, String name) {
    turn.insert(
        new Row(thread.platform(), thread.workspace(), person),
        () ->
            handle
                .createUpdate(
                    "insert into person (platform, workspace, id, name)"
                        + " values (:platform, :workspace, :id, :name) on conflict do nothing")
                .bind("platform", thread.platform().name())
                .bind("workspace", thread.workspace())
                .bind("id", person)
                .bind("name", name)
                .execute());
  }
}
