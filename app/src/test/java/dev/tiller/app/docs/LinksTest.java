package dev.tiller.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Links between the documents lead to a file, and to a heading that is in it.
class LinksTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*```.*?^\\s*```\\s*$");
  private static final Pattern QUOTED = Pattern.compile("`[^`\n]*`");

  @ParameterizedTest
  @MethodSource("dev.tiller.app.docs.DocumentsTest#documents")
  void everyLinkLeadsSomewhere(Path document) throws IOException {
    var text =
        QUOTED.matcher(FENCED.matcher(Files.readString(document)).replaceAll("")).replaceAll("");
    var lost = new ArrayList<String>();
    for (var link : LINK.matcher(text).results().toList()) {
      if (!link.group(1).contains(":") && !leadsSomewhere(document, link)) {
        lost.add(link.group());
      }
    }
    assertThat(lost).as(document.toString()).isEmpty();
  }

  private static boolean leadsSomewhere(Path document, MatchResult link) throws IOException {
    var target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
    return Files.exists(target)
        && (link.group(2) == null || headings(target).contains(link.group(2)));
  }

  /// As GitHub names them in addresses.
  private static List<String> headings(Path document) throws IOException {
    return HEADING
        .matcher(FENCED.matcher(Files.readString(document)).replaceAll(""))
        .results()
        .map(it -> it.group(1).toLowerCase(Locale.ROOT))
        .map(it -> it.replaceAll("[^\\p{L}\\p{N}_ -]", "").strip().replace(' ', '-'))
        .toList();
  }
}
