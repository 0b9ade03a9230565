package dev.tiller.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;

class BuildTest {

  @Test
  void theLineHasVersionCommitAndJava() {
    assertThat(Build.of(manifest("0.1.0", "0123456789ab"), "25.0.3+9").line())
        .isEqualTo("tiller 0.1.0 (commit 0123456789ab, Java 25.0.3+9)");
  }

  @Test
  void aCommitThatTheBuildWasNotToldIsLeftOut() {
    assertThat(Build.of(manifest("0.1.0", "unknown"), "25").line())
        .isEqualTo("tiller 0.1.0 (Java 25)");
  }

  @Test
  void whatRunsFromClassesIsADevelopmentVersion() {
    assertThat(Build.of(new Attributes(), "25").line()).isEqualTo("tiller development (Java 25)");
  }

  private static Attributes manifest(String version, String commit) {
    var manifest = new Attributes();
    manifest.putValue("Implementation-Version", version);
    manifest.putValue("Tiller-Commit", commit);
    return manifest;
  }
}
