package dev.tiller.core.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All that people read is in the bundles, in every language.
class TextsTest {

  private static final Path BUNDLES = Path.of("../bot-core/src/main/resources/texts");
  private static final List<Path> SOURCES =
      List.of(
          Path.of("../bot-core/src/main/java"),
          Path.of("../slack-adapter/src/main/java"),
          Path.of("../teams-adapter/src/main/java"));
  private static final Pattern USE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z0-9.-]+)\"");

  /// Where no sentence may stand in the code.
  private static final List<String> AREAS =
      List.of(
          "bot",
          "catalogue",
          "command",
          "context",
          "conversation",
          "decide",
          "routing",
          "settings");

  /// What agents read, which stays English.
  private static final Set<String> FOR_AGENTS =
      Set.of("Packing.java", "Enclosed.java", "OnRetry.java: Carry out the plan.");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /// Two words, of which the first is capitalized or the last ends a sentence.
  private static final Pattern SENTENCE =
      Pattern.compile("\\P{L}*\\p{Lu}[\\p{L}’]* .*\\p{Ll}.*|.*\\p{L} \\p{L}.*[.?!]");

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  static List<String> bundles() throws IOException {
    try (var files = Files.list(BUNDLES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".properties", ""))
          .filter(name -> !name.contains("_"))
          .sorted()
          .toList();
    }
  }

  private static Properties read(String name) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(BUNDLES.resolve(name + ".properties"), UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  private static List<String> others() {
    return Arrays.stream(Language.values())
        .filter(language -> language != Language.ENGLISH)
        .map(Language::code)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextIsThereInEveryLanguage(String bundle) throws IOException {
    var english = read(bundle);
    for (var code : others()) {
      var other = read(bundle + "_" + code);
      assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
      for (var key : english.stringPropertyNames()) {
        assertThat(arguments(other.getProperty(key)))
            .as(bundle + "." + key + " in " + code)
            .isEqualTo(arguments(english.getProperty(key)));
        assertThat(other.getProperty(key)).as(bundle + "." + key).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextIsAPattern(String bundle) throws IOException {
    var names = Stream.concat(Stream.of(bundle), others().stream().map(its -> bundle + "_" + its));
    for (var name : names.toList()) {
      var texts = read(name);
      for (var key : texts.stringPropertyNames()) {
        var text = texts.getProperty(key);
        assertThat(text).as(name + "." + key).doesNotContain("'");
        assertThat(new MessageFormat(text)).as(name + "." + key).isNotNull();
      }
    }
  }

  @Test
  void everyTextIsUsedAndEveryUseHasAText() throws IOException {
    var known = new TreeSet<String>();
    for (var bundle : bundles()) {
      read(bundle).stringPropertyNames().forEach(key -> known.add(bundle + "." + key));
    }
    var prefixes = Set.copyOf(bundles());
    var used =
        literals().stream()
            .filter(key -> prefixes.contains(key.substring(0, key.indexOf('.'))))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).isEqualTo(known);
  }

  /// Every literal that looks like a key.
  private static Set<String> literals() throws IOException {
    var found = new TreeSet<String>();
    for (var root : SOURCES) {
      try (var files = Files.walk(root)) {
        for (var file : files.filter(its -> its.toString().endsWith(".java")).toList()) {
          USE.matcher(Files.readString(file)).results().forEach(use -> found.add(use.group(1)));
        }
      }
    }
    return found;
  }

  @Test
  void noSentenceIsLeftInTheCode() throws IOException {
    var left = new ArrayList<String>();
    for (var area : AREAS) {
      try (var files = Files.list(SOURCES.getFirst().resolve("dev/tiller/core").resolve(area))) {
        for (var file : files.filter(its -> its.toString().endsWith(".java")).toList()) {
          left.addAll(sentences(file));
        }
      }
    }
    assertThat(left).isEmpty();
  }

  /// The literals that read like a sentence, each after the name of its file.
  private static List<String> sentences(Path file) throws IOException {
    var name = file.getFileName().toString();
    var code =
        Files.readString(file).replaceAll("(?m)(^|\\s)//.*$", "").replace("'\"'", "").lines();
    return code.flatMap(line -> LITERAL.matcher(line).results())
        .map(literal -> literal.group(1).replace("\\n", " ").strip())
        .filter(text -> SENTENCE.matcher(text).matches())
        .map(text -> name + ": " + text)
        .filter(text -> !FOR_AGENTS.contains(name) && !FOR_AGENTS.contains(text))
        .toList();
  }

  private static List<String> arguments(String text) {
    var found = new ArrayList<String>();
    ARGUMENT.matcher(text).results().forEach(argument -> found.add(argument.group(1)));
    return found.stream().distinct().sorted().toList();
  }

  @Test
  void aTextIsInTheLanguageOfWhoeverItIsFor() {
    assertThat(Texts.get("stop.nothing")).isEqualTo("Nothing is running in this thread.");
    assertThat(Texts.in(Language.GERMAN, () -> Texts.get("stop.nothing")))
        .isEqualTo("In diesem Thread läuft gerade nichts.");
  }
}
