package dev.tiller.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiller.core.catalogue.CatalogueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Lists of the agent service, each a row that is locked while the right to ask is decided.
final class CatalogueTable implements CatalogueStore {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<String>> ENTRIES = new TypeReference<>() {};

  private final Transactions transactions;
  private final Function<Handle, Instant> clock;

  /// Goes by the database's clock.
  CatalogueTable(Transactions transactions) {
    this(
        transactions,
        handle -> handle.createQuery("select current_timestamp").mapTo(Instant.class).one());
  }

  CatalogueTable(Transactions transactions, Function<Handle, Instant> clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<Kept> read(String list) {
    return transactions.run(handle ->
        handle
            .createQuery(
                "select content, fetched_at from catalogue"
                    + " where name = :name and fetched_at is not null")
            .bind("name", list)
            .map((row, context) ->
                new Kept(
                    entries(row.getString("content")),
                    Columns.time(row, "fetched_at").orElseThrow()))
            .findOne());
  }

  @Override
  public boolean claim(String list, Limits limits) {
    return transactions.run(handle -> {
      var notBefore = lock(handle, list);
      var now = clock.apply(handle);
      if (notBefore.filter(now::isBefore).isPresent()
          || !limits.allow(askedWithinTheHour(handle, list, now), now)) {
        return false;
      }
      handle
          .createUpdate("insert into catalogue_request (name, asked_at) values (:name, :now)")
          .bind("name", list)
          .bind("now", now)
          .execute();
      return true;
    });
  }

  private static Optional<Instant> lock(Handle handle, String list) {
    handle
        .createUpdate("insert into catalogue (name) values (:name) on conflict do nothing")
        .bind("name", list)
        .execute();
    return handle
        .createQuery("select not_before from catalogue where name = :name for update")
        .bind("name", list)
        .map((row, context) -> Columns.time(row, "not_before"))
        .one();
  }

  private static List<Instant> askedWithinTheHour(Handle handle, String list, Instant now) {
    handle
        .createUpdate("delete from catalogue_request where name = :name and asked_at <= :before")
        .bind("name", list)
        .bind("before", now.minus(Duration.ofHours(1)))
        .execute();
    return handle
        .createQuery("select asked_at from catalogue_request where name = :name")
        .bind("name", list)
        .mapTo(Instant.class)
        .list();
  }

  @Override
  public void keep(String list, List<String> entries) {
    transactions.run(handle -> {
      lock(handle, list);
      return handle
          .createUpdate(
              "update catalogue set content = :content, fetched_at = :now, not_before = null"
                  + " where name = :name")
          .bind("name", list)
          .bind("content", json(entries))
          .bind("now", clock.apply(handle))
          .execute();
    });
  }

  @Override
  public void postpone(String list, Duration wait) {
    transactions.run(handle -> {
      lock(handle, list);
      return handle
          .createUpdate("update catalogue set not_before = :until where name = :name")
          .bind("name", list)
          .bind("until", clock.apply(handle).plus(wait))
          .execute();
    });
  }

  private static String json(List<String> entries) {
    try {
      return JSON.writeValueAsString(entries);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list that cannot be written", e);
    }
  }

  private static List<String> entries(String json) {
    try {
      return JSON.readValue(json, ENTRIES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored list that cannot be read", e);
    }
  }
}
