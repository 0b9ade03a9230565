package dev.tiller.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever doctor can find is provoked here, one thing at a time.
class EverySymptomTest extends InClinic {

  private static final Map<Symptom, Troubles> TROUBLES = all();

  private static Map<Symptom, Troubles> all() {
    var all = new HashMap<Symptom, Troubles>();
    List.of(
            OtherTroubles.ALL,
            DatabaseTroubles.ALL,
            InboundTroubles.ALL,
            SlackTroubles.ALL,
            TeamsTroubles.ALL,
            CursorTroubles.ALL)
        .forEach(all::putAll);
    return all;
  }

  @Test
  void everySymptomIsProvoked() {
    assertThat(TROUBLES.keySet()).containsExactlyInAnyOrder(Symptom.values());
  }

  @ParameterizedTest
  @EnumSource
  void whatGoesWrongIsFoundWithItsMend(Symptom symptom) throws Exception {
    var found = Objects.requireNonNull(TROUBLES.get(symptom)).found(clinic);

    assertThat(found)
        .as("what is found")
        .anyMatch(it -> it.symptom().equals(Optional.of(symptom)))
        .filteredOn(it -> it.symptom().equals(Optional.of(symptom)))
        .allSatisfy(it -> {
          assertThat(it.status()).isEqualTo(symptom.status());
          assertThat(it.said()).isNotBlank().doesNotContain("Exception: ");
          assertThat(it.mend().isPresent()).isEqualTo(!symptom.mend().isEmpty());
          assertThat(it.mend().orElse("")).doesNotContain("%s");
        });
  }
}
