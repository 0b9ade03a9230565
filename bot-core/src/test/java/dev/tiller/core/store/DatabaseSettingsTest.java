package dev.tiller.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsTest {

  private static final String OPTIONS =
      ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH"
          + ";MODE=PostgreSQL;WRITE_DELAY=0";

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:./data/tiller, jdbc:h2:async:./data/tiller",
    "jdbc:h2:file:/var/tiller, jdbc:h2:async:/var/tiller",
    "jdbc:h2:async:./data/tiller, jdbc:h2:async:./data/tiller",
    "jdbc:h2:mem:x, jdbc:h2:mem:x"
  })
  void anH2DatabaseGetsTheOptionsItNeeds(String given, String opened) {
    assertThat(DatabaseSettings.of(given, "u", "").url()).isEqualTo(opened + OPTIONS);
  }

  @ParameterizedTest
  @CsvSource("jdbc:postgresql://db/tiller")
  void otherDatabasesAreLeftAlone(String given) {
    assertThat(DatabaseSettings.of(given, "u", "").url()).isEqualTo(given);
  }
}
