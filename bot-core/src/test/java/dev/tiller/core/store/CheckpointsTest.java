package dev.tiller.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

  @TempDir Path folder;

  @Test
  void whatIsNewIsForcedAndThenThereIsPeace() {
    var settings = DatabaseSettings.h2File(folder.resolve("data").toString());
    var jdbi = Jdbi.create(settings.url(), settings.user(), settings.password());
    try (var handle = jdbi.open();
        var checkpoints = new Checkpoints(jdbi)) {
      handle.execute("create table t (n int)");
      assertThat(checkpoints.force()).isTrue();
      untilPeace(checkpoints);

      handle.execute("insert into t values (1)");

      assertThat(checkpoints.force()).isTrue();
      untilPeace(checkpoints);
    }
  }

  /// A checkpoint may write a little itself.
  private static void untilPeace(Checkpoints checkpoints) {
    int more = 0;
    while (checkpoints.force()) {
      assertThat(++more).isLessThan(3);
    }
  }
}
