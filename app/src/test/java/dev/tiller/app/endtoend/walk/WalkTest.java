package dev.tiller.app.endtoend.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.endtoend.walk.Stage.Database;
import dev.tiller.app.endtoend.walk.Stage.Place;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People, services and operators do one thing after the other, by chance: mentions, follow-ups,
/// stops, clicks, forms, endings, redeliveries, edits, restarts. After each the promises hold.
///
/// `-Dtiller.walk.seed=…` walks another way, `-Dtiller.walk.steps=…` farther.
class WalkTest {

  private static final long SEED = Long.getLong("tiller.walk.seed", 20261122);
  private static final int STEPS = Integer.getInteger("tiller.walk.steps", 50);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void thePromisesHoldAllAlongInSlackOnAnH2File() throws Exception {
    walk(new Database("jdbc:h2:async:" + folder.resolve("tiller"), "tiller"), Stage::slack);
  }

  @Test
  void thePromisesHoldAllAlongInTeamsOnPostgresql() throws Exception {
    try (var postgres = EmbeddedPostgres.start()) {
      walk(new Database(postgres.getJdbcUrl("postgres", "postgres"), "postgres"), Stage::teams);
    }
  }

  private static void walk(Database database, Function<Stage, Place> where) throws Exception {
    var chronicle = new Chronicle();
    try (var stage = new Stage(database)) {
      var place = where.apply(stage);
      var promises = new Promises(stage, place, chronicle);
      var walker = new Walker(stage, place, chronicle, promises, new Random(SEED));
      // Prompts are to say what their author wrote, and nothing else.
      place
          .platform()
          .say(
              place.ann(),
              place.channel(),
              Optional.empty(),
              "@tiller settings workspace context=none");
      stage.quiet(place);
      for (int step = 0; step < STEPS; step++) {
        walker.step();
        check(stage, place, promises);
      }
      while (!walker.endAll()) {
        check(stage, place, promises);
      }
      assertThat(stage.phases()).allMatch(phase -> phase.matches("(ENDED|HELD|SUGGESTED) .*"));
    } catch (Throwable e) {
      throw new AssertionError("seed " + SEED + ", steps:\n" + chronicle.story(), e);
    }
  }

  private static void check(Stage stage, Place place, Promises promises) {
    stage.quiet(place);
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(promises::hold);
  }
}
