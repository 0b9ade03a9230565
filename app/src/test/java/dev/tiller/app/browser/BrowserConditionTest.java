package dev.tiller.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserConditionTest {

  @Test
  void withoutABrowserTheTestsAreSkipped() {
    var result = BrowserCondition.decide(Optional.empty(), Optional.empty());

    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason()).hasValueSatisfying(it -> assertThat(it).contains("skipped"));
  }

  @Test
  void aRequiredBrowserThatIsMissingIsAFailureThatSaysWhatToInstall() {
    assertThatThrownBy(() -> BrowserCondition.decide(Optional.empty(), Optional.of("required")))
        .hasMessageContaining("apt-get install chromium");
  }

  @Test
  void withABrowserTheTestsRun() {
    var browser = Optional.of(Path.of("chromium"));

    assertThat(BrowserCondition.decide(browser, Optional.empty()).isDisabled()).isFalse();
  }

  @Test
  void aBrowserIsFoundByItsNameOnTheSearchPath(@TempDir Path empty, @TempDir Path full)
      throws IOException {
    var chrome = Files.createFile(full.resolve("google-chrome"));
    var path = empty + File.pathSeparator + full;
    assertThat(Chromium.find(path)).isEmpty();

    assertThat(chrome.toFile().setExecutable(true)).isTrue();

    assertThat(Chromium.find(path)).contains(chrome);
  }
}
