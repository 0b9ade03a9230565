package dev.tiller.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tiller.core.conversation.Samples;
import dev.tiller.core.logs.Trace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementException;
import org.junit.jupiter.api.Test;

/// What a database says of a statement that it refuses, which can be what people wrote.
class DatabaseErrorsTest {

  private static final String SECRET = "a private prompt ";

  @Test
  void theLogTellsWhereAStatementFailedAndNotWhatWasBoundToIt() {
    var settings = DatabaseSettings.h2Memory(UUID.randomUUID().toString());
    try (var store = JdbcStore.open(settings, () -> Samples.NOON)) {
      var tooLong = SECRET.repeat(100);

      var failure = catchThrowable(() -> store.replicas().renew(tooLong, Duration.ofSeconds(15)));

      assertThat(failure).isInstanceOf(StatementException.class);
      assertThat(failure.getMessage()).doesNotContain("arguments:");
      assertThat(logged(failure))
          .contains(StatementException.class.getPackageName(), "ReplicaTable.write")
          .doesNotContain("private prompt");
    }
  }

  private static String logged(Throwable failure) {
    var text = new StringWriter();
    Trace.of(failure).printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
