package dev.tiller.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.settings.SettingName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {

  private static final Path ROOT = Path.of("..");

  /// With `-Dtiller.rewrite=true` the files are written anew instead of being compared.
  private static final boolean REWRITE = Boolean.getBoolean("tiller.rewrite");

  @Test
  void theReferenceInTheDocumentsIsTheTableInTheCode() throws IOException {
    var file = ROOT.resolve("docs/settings.md");
    var text = Files.readString(file);
    int begin = text.indexOf("| setting | default | meaning |");
    int end = text.indexOf("\n\n", begin) + 1;

    same(file, text.substring(0, begin) + SettingsReference.markdown() + text.substring(end));
  }

  @Test
  void theExampleOfAnEnvironmentIsTheTableInTheCode() throws IOException {
    same(ROOT.resolve(".env.example"), SettingsReference.environment());
  }

  private static void same(Path file, String wanted) throws IOException {
    if (REWRITE) {
      Files.writeString(file, wanted);
    }
    assertThat(file).as("written anew by -Dtiller.rewrite=true").content().isEqualTo(wanted);
  }

  @Test
  void everySettingThatADocumentShowsInATableIsAsInTheCode() throws IOException {
    var table = List.of(SettingsReference.markdown().split("\n"));

    try (var files = Files.walk(ROOT.resolve("docs"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
        assertThat(rows(file)).isSubsetOf(table);
      }
    }
    if (Files.exists(ROOT.resolve("README.md"))) {
      assertThat(rows(ROOT.resolve("README.md"))).isSubsetOf(table);
    }
  }

  @Test
  void theDocumentNamesEverySecretThatCanBeInAFile() throws IOException {
    var document = Files.readString(ROOT.resolve("docs/settings.md"));
    var list =
        document.substring(document.indexOf("This\ngoes for"), document.indexOf("Addresses"));

    assertThat(Setting.values())
        .allSatisfy(it -> assertThat(list.contains("`" + it + "`")).isEqualTo(it.secret()));
  }

  @Test
  void theDocumentExplainsEverySettingOfTheChat() throws IOException {
    var document = Files.readString(ROOT.resolve("docs/settings.md"));
    var chat = document.substring(document.indexOf("## In chat"));

    assertThat(SettingName.values())
        .allSatisfy(name -> assertThat(chat).contains("\n| `" + name.key() + "` |"));
  }

  @Test
  void helpNamesEverySettingWithItsDefault() {
    assertThat(SettingsReference.plain())
        .contains("  CURSOR_API_KEY\n", "  TILLER_PORT = 8080\n")
        .doesNotContain("`");
  }

  private static List<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(it -> it.matches("\\| `(SLACK|TEAMS|CURSOR|TILLER)_.*"))
        .toList();
  }
}
