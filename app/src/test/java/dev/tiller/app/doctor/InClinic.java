package dev.tiller.app.doctor;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests with a [Clinic] of their own.
abstract class InClinic {

  @TempDir Path folder;
  Clinic clinic;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(folder);
  }

  @AfterEach
  void close() {
    clinic.close();
  }
}
