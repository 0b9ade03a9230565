package dev.tiller.core.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tiller.core.catalogue.CatalogueStore;
import dev.tiller.core.conversation.Replicas;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.conversation.WorkQueue;
import dev.tiller.core.settings.Reviewed;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store on H2 or PostgreSQL.
public final class JdbcStore implements Store, AutoCloseable {

  /// Where the steps of the schema are.
  static final String MIGRATIONS = "classpath:db/tiller";

  private static final Logger log = LoggerFactory.getLogger(JdbcStore.class);

  /// Keeps what it has read of our statements, which are the same for every database. A bot has one
  /// store and gains nothing; tests and commands open many.
  private static final SqlParser STATEMENTS = new ColonPrefixSqlParser();

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Transactions transactions;
  private final InstantSource clock;
  private final Supplier<Reviewed> reviewed;
  private final WorkTable work;
  private final ReplicaTable replicas;
  private final Checkpoints checkpoints;

  private JdbcStore(HikariDataSource pool, InstantSource clock, Supplier<Reviewed> reviewed) {
    this.pool = pool;
    this.clock = clock;
    this.reviewed = reviewed;
    this.jdbi = Jdbi.create(pool);
    Bindings.register(jdbi);
    jdbi.getConfig(SqlStatements.class).setSqlParser(STATEMENTS);
    // What people wrote is bound to statements, and stays out of what an error says.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    this.transactions = new Transactions(jdbi);
    this.work = new WorkTable(jdbi);
    this.replicas = new ReplicaTable(jdbi);
    this.checkpoints = new Checkpoints(jdbi);
  }

  /// Opens the database and brings its schema up to date. On a database that only one process can
  /// have open, what an earlier process held is free at once.
  public static JdbcStore open(DatabaseSettings settings, InstantSource clock) {
    return open(settings, clock, () -> Reviewed.NONE);
  }

  /// The same where a reviewed file has a say in people's preferences.
  ///
  /// @param reviewed the file as it is now
  public static JdbcStore open(
      DatabaseSettings settings, InstantSource clock, Supplier<Reviewed> reviewed) {
    var config = new HikariConfig();
    config.setPoolName("tiller");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.connections());
    var pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).locations(MIGRATIONS).load().migrate();
    var store = new JdbcStore(pool, clock, reviewed);
    if (settings.singleProcess()) {
      store.replicas.forgetAll();
    }
    if (settings.h2File()) {
      store.checkpoints.start();
    }
    return store;
  }

  @Override
  public <T> T transact(Function<Transaction, T> body) {
    return transactions.run(
        (handle, turn) -> body.apply(new JdbcTransaction(handle, turn, clock, reviewed)));
  }

  @Override
  public WorkQueue work() {
    return work;
  }

  @Override
  public Replicas replicas() {
    return replicas;
  }

  @Override
  public CatalogueStore catalogue() {
    return new CatalogueTable(transactions);
  }

  /// A catalogue that goes by a given clock.
  CatalogueStore catalogue(InstantSource time) {
    return new CatalogueTable(transactions, _ -> time.instant());
  }

  @Override
  public boolean healthy() {
    try {
      return jdbi.withHandle(
          handle -> handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("database unreachable");
      return false;
    }
  }

  Checkpoints checkpoints() {
    return checkpoints;
  }

  @Override
  public void close() {
    checkpoints.close();
    pool.close();
  }
}
