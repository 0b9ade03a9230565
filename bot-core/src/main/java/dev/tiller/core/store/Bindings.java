package dev.tiller.core.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// How values become parameters where JDBI's own way does not suit both databases.
final class Bindings {

  private Bindings() {}

  static void register(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArguments());
    jdbi.registerArgument(new TextArguments());
    jdbi.registerArgument(new IdArguments());
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, context) -> {
          var at = row.getObject(column, OffsetDateTime.class);
          return at == null ? null : at.toInstant();
        });
  }

  /// PostgreSQL has no character 0 in text; what people and agents write may.
  private static final class TextArguments extends AbstractArgumentFactory<String> {
    TextArguments() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setString(position, value.replace('\0', '\uFFFD'));
    }
  }

  /// PostgreSQL takes no text where an id is absent.
  private static final class IdArguments extends AbstractArgumentFactory<UUID> {
    IdArguments() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }

  /// As `timestamp with time zone` in UTC. JDBI's own binding goes through local time and is an
  /// hour off on H2 in the hour that autumn repeats.
  private static final class InstantArguments extends AbstractArgumentFactory<Instant> {
    InstantArguments() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }
}
