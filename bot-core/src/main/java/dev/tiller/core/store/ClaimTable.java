package dev.tiller.core.store;

import dev.tiller.core.conversation.Claims;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Claims as rows.
final class ClaimTable implements Claims {

  private final Handle handle;
  private final Turns.Turn turn;
  private final InstantSource clock;

  ClaimTable(Handle handle, Turns.Turn turn, InstantSource clock) {
    this.handle = handle;
    this.turn = turn;
    this.clock = clock;
  }

  @Override
  public boolean take(String key) {
    return insert(key, clock.instant());
  }

  @Override
  public boolean take(String key, Instant at) {
    boolean isNew = insert(key, at);
    if (!isNew) {
      handle
          .createUpdate(
              "update claim set claimed_at = :at where claim_key = :key and claimed_at < :at")
          .bind("key", key)
          .bind("at", at)
          .execute();
    }
    return isNew;
  }

  @Override
  public Optional<Instant> takenAt(String key) {
    return handle
        .createQuery("select claimed_at from claim where claim_key = :key")
        .bind("key", key)
        .map((row, context) -> Columns.time(row, "claimed_at"))
        .findOne()
        .flatMap(its -> its);
  }

  private record Row(String key) {}

  private boolean insert(String key, Instant at) {
    turn.await(new Row(key));
    return handle
            .createUpdate(
                "insert into claim (claim_key, claimed_at) values (:key, :now)"
                    + " on conflict do nothing")
            .bind("key", key)
            .bind("now", at)
            .execute()
        == 1;
  }

  @Override
  public void release(String key) {
    handle.createUpdate("delete from claim where claim_key = :key").bind("key", key).execute();
  }
}
