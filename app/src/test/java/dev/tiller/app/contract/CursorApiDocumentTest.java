package dev.tiller.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CursorApiDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/cursor-api.md");
  private static final Path EXAMPLES =
      Path.of("src/test/java/dev/tiller/app/contract/CursorApiExamplesTest.java");
  private static final Pattern SHOWN = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern RUN = Pattern.compile("(?s)// example\n(.*?)\\s*// end of example");

  @Test
  void everyExampleOfTheDocumentIsRunAndTheOtherWayRound() throws IOException {
    var document = Files.readString(DOCUMENT);
    var test = Files.readString(EXAMPLES);

    assertThat(found(SHOWN, document)).isNotEmpty().isEqualTo(found(RUN, test));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1).stripIndent().strip()).toList();
  }
}
