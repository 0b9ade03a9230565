package dev.tiller.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.cursor.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Commands in the documents do what the documents say, and none escapes this test unseen.
/// CONTRIBUTING.md says how a block is marked.
class DocumentsTest {

  private static final Path ROOT = Path.of("..");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  static List<Path> documents() throws IOException {
    try (var docs = Files.walk(ROOT.resolve("docs"))) {
      var pages = docs.filter(it -> it.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve), pages)
          .toList();
    }
  }

  static List<Path> documentsThatRun() throws IOException {
    var run = Stream.<Path>builder();
    for (var document : documents()) {
      if (blocks(document).stream().anyMatch(DocumentsTest::runs)) {
        run.add(document);
      }
    }
    return run.build().toList();
  }

  private static boolean runs(Block block) {
    return block
        .mark()
        .filter(it -> it instanceof Mark.Runs || it instanceof Mark.RunsUntil)
        .isPresent();
  }

  private static List<Block> blocks(Path document) throws IOException {
    return Block.of(Files.readString(document));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyBlockOfCommandsSaysWhetherItRunsHere(Path document) throws IOException {
    assertThat(blocks(document))
        .filteredOn(Block::isShell)
        .allSatisfy(block ->
            assertThat(block.mark())
                .as(
                    "the line before %s:%d is to be <!-- runs -->, <!-- runs until: words --> or"
                        + " <!-- not run here: reason -->",
                    document, block.line())
                .isPresent());
  }

  @ParameterizedTest
  @MethodSource("documentsThatRun")
  void whatADocumentTellsToTypeWorks(Path document) throws Exception {
    try (var standIns = new StandIns(Ports.ANY, Options.playground());
        var desk = new Desk(folder, standIns)) {
      standIns.connect(desk.bot());
      try (var reader = new Reader(desk)) {
        for (var block : blocks(document)) {
          var serves = block.text().contains("./tiller serve");
          if (reader.follow(block, document + ":" + block.line()) && serves) {
            hello(document.getFileName().toString(), standIns);
          }
        }
      }
    }
  }

  /// Where a document starts the bot, it ends in a channel, with people who talk to it.
  private static void hello(String document, StandIns standIns) {
    switch (document) {
      case "README.md", "slack.md" -> helps(standIns.slack(), "U0ANN", "C0WEB");
      case "teams.md" -> helps(standIns.teams(), "29:1ann-lee", "19:acme-web@thread.tacv2");
      default -> {}
    }
  }

  private static void helps(ChatStandIn platform, String ann, String channel) {
    var asked = platform.say(ann, channel, Optional.empty(), "@tiller help");
    await()
        .atMost(PATIENCE)
        .until(() ->
            platform.view().messages().stream()
                .anyMatch(it ->
                    it.author().bot()
                        && it.thread().equals(asked)
                        && it.text().contains("What I can do")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "<!-- runs --> | Runs[alone=false]",
        "<!-- runs alone --> | Runs[alone=true]",
        "  <!-- runs until: it is ready --> | RunsUntil[words=it is ready]",
        "<!-- file: tiller.yaml --> | IsFile[name=tiller.yaml]",
        "<!-- not run here: it costs money --> | NotHere[reason=it costs money]",
        "<!-- not run here: --> | none",
        "<!-- run --> | none",
        "runs | none",
      })
  void aMarkIsAWholeLineWithAReason(String line, String mark) {
    assertThat(Mark.of(line).map(Mark::toString)).isEqualTo(Optional.ofNullable(mark));
  }

  @Test
  void commandsWithoutALanguageAreCommandsAllTheSame() {
    var blocks = Block.of("```\n@tiller help\n```\n\n```\n./tiller serve\n```\n");

    assertThat(blocks).extracting(Block::isShell).containsExactly(false, true);
  }
}
