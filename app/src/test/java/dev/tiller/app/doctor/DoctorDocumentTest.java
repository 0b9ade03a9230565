package dev.tiller.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DoctorDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/doctor.md");

  @Test
  void theDocumentShowsAllThatIsLookedAt() {
    assertThat(DOCUMENT).content().contains(SymptomTable.checks());
  }

  @Test
  void theDocumentShowsAllThatCanBeFoundWithItsMend() {
    assertThat(DOCUMENT).content().contains(SymptomTable.symptoms());
  }
}
