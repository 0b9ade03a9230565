package dev.tiller.core.store;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// How a database's tables compare with those of this version. Looking changes nothing.
///
/// @param version the last step that was taken; absent before the first
public record Schema(State state, Optional<String> version) {

  /// How far the schema is.
  public enum State {
    /// There are no tables yet.
    EMPTY,
    UP_TO_DATE,
    /// Steps are missing, which [JdbcStore#open] takes.
    BEHIND,
    /// A newer version has taken steps that are not known here.
    NEWER,
    /// A step has failed, or is not what it was when it was taken.
    ALTERED
  }

  /// Reads it from a database that can be reached.
  ///
  /// @throws RuntimeException when it cannot be read
  public static Schema of(DatabaseSettings settings) {
    var flyway = flyway(settings);
    var info = flyway.info();
    var version = Optional.ofNullable(info.current()).map(it -> it.getVersion().getVersion());
    return new Schema(state(flyway, info.all(), version.isEmpty()), version);
  }

  private static Flyway flyway(DatabaseSettings settings) {
    return Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations(JdbcStore.MIGRATIONS)
        .ignoreMigrationPatterns("*:pending", "*:future")
        .load();
  }

  private static State state(Flyway flyway, MigrationInfo[] all, boolean empty) {
    if (any(all, MigrationState.FAILED, MigrationState.FUTURE_FAILED)) {
      return State.ALTERED;
    }
    if (any(all, MigrationState.FUTURE_SUCCESS)) {
      return State.NEWER;
    }
    if (empty) {
      return State.EMPTY;
    }
    if (!flyway.validateWithResult().validationSuccessful) {
      return State.ALTERED;
    }
    return any(all, MigrationState.PENDING) ? State.BEHIND : State.UP_TO_DATE;
  }

  private static boolean any(MigrationInfo[] all, MigrationState... states) {
    return Arrays.stream(all).anyMatch(it -> Arrays.asList(states).contains(it.getState()));
  }
}
