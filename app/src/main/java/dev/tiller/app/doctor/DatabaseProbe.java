package dev.tiller.app.doctor;

import dev.tiller.app.PartSettings;
import dev.tiller.app.config.Settings;
import dev.tiller.core.store.DatabaseSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at the database without changing it: an H2 file is only read, and not made; what is tried
/// on PostgreSQL is rolled back.
final class DatabaseProbe implements Probe {

  private static final String FLEETING = "jdbc:h2:mem:";
  private static final Pattern READ_ONLY = Pattern.compile("(?i);ACCESS_MODE_DATA=r(;|$)");
  private static final int H2_LOCKED = 90020;

  private final DatabaseSettings settings;
  private final String shown;
  private final Optional<H2Place> file;
  private final LocalServer server;
  private final Patience patience;

  /// @param server may have the H2 file open
  DatabaseProbe(Settings settings, LocalServer server, Patience patience) {
    this.settings = PartSettings.database(settings);
    this.shown = shown(settings.database().url());
    this.file = settings.database().h2File().map(H2Place::new);
    this.server = server;
    this.patience = patience;
  }

  /// A URL without its options, which may hold what is nobody's business.
  static String shown(String url) {
    return url.replaceFirst("[?;].*", "");
  }

  @Override
  public Check check() {
    return Check.DATABASE;
  }

  @Override
  public List<Finding> look() throws IOException, InterruptedException {
    if (settings.url().startsWith(FLEETING)) {
      return List.of(Finding.of(Check.DATABASE, Symptom.DATABASE_FLEETING, "in memory"));
    }
    var findings = new ArrayList<Finding>();
    if (file.isPresent()) {
      DiskSpace.judge(file.get().free()).ifPresent(findings::add);
      if (!file.get().writable()) {
        findings.add(readOnly("no right to write " + file.get().nearest()));
        return findings;
      }
      if (!file.get().exists()) {
        findings.add(Finding.ok(Check.DATABASE, "serve makes the file " + file.get().file()));
        return findings;
      }
      FileOwner.judge(file.get().file()).ifPresent(findings::add);
      if (READ_ONLY.matcher(settings.url()).find()) {
        findings.add(readOnly("TILLER_DATABASE_URL opens it for reading only"));
      }
    }
    findings.addAll(opened());
    return findings;
  }

  private List<Finding> opened() throws InterruptedException {
    var looked = file.isPresent() ? Jdbc.readOnly(settings) : settings;
    try (var connection = Jdbc.open(looked, patience.connect())) {
      return DatabaseLook.at(connection, looked, shown);
    } catch (SQLException e) {
      return List.of(failure(e));
    }
  }

  private Finding failure(SQLException failure) throws InterruptedException {
    if (failure.getErrorCode() == H2_LOCKED) {
      return server.look() instanceof LocalServer.Ours ours && !ours.failing().contains("database")
          ? Finding.of(Check.DATABASE, Symptom.DATABASE_WITH_BOT, "the running bot has " + shown)
          : Finding.of(Check.DATABASE, Symptom.DATABASE_IN_USE, "another program has " + shown);
    }
    return failure(failure, shown);
  }

  /// What an SQL state says (SQL:2016 and PostgreSQL's appendix A).
  static Finding failure(SQLException failure, String shown) {
    var state = String.valueOf(failure.getSQLState());
    return switch (state) {
      case "25006", "42501", "90097" -> readOnly(shown + " cannot be written", shown);
      case "28000", "28P01", "3D000" ->
          Finding.of(
              Check.DATABASE,
              Symptom.DATABASE_REFUSED,
              state.equals("3D000")
                  ? "the server has no such database: " + shown
                  : shown + " refuses user or password");
      default ->
          state.startsWith("08") || state.startsWith("57P")
              ? Finding.of(
                  Check.DATABASE, Symptom.DATABASE_UNREACHABLE, shown + " takes no connection")
              : Finding.of(
                  Check.DATABASE,
                  Symptom.DATABASE_ODD,
                  "SQL state " + state + " at " + shown,
                  state);
    };
  }

  private Finding readOnly(String said) {
    return readOnly(said, file.map(it -> it.nearest().toString()).orElse(shown));
  }

  private static Finding readOnly(String said, String place) {
    return Finding.of(Check.DATABASE, Symptom.DATABASE_READ_ONLY, said, place);
  }
}
