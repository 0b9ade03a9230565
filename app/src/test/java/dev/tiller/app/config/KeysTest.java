package dev.tiller.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  @TempDir Path folder;

  @Test
  void aMissingKeyIsMadeOnceAndKeptForTheOwnerAlone() throws IOException {
    var file = folder.resolve("data/tiller.key");
    var keys = new Keys.Beside(file);

    var made = keys.open();

    assertThat(made).singleElement().satisfies(it -> assertThat(it.reveal()).hasSize(43));
    assertThat(keys.open()).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFileThatHoldsNoKeyIsNotReplaced() throws IOException {
    var file = Files.writeString(folder.resolve("tiller.key"), "half");

    assertThatThrownBy(() -> new Keys.Beside(file).open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tiller.key")
        .hasMessageNotContaining("half");
    assertThat(file).hasContent("half");
  }

  @Test
  void aFleetingKeyIsNewEachTime() throws IOException {
    var keys = new Keys.Fleeting();

    assertThat(keys.open()).isNotEqualTo(keys.open());
  }
}
