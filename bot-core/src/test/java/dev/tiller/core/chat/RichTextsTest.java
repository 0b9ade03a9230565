package dev.tiller.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichTextsTest {

  private static final RichText TEXT =
      Markdown.parse(
          "# Title\n\nsome **bold words** here\n\n- item one\n\n> quote\n\n```\nline 1\nline 2\n```");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "0 => ''",
        "1 => text: …",
        "4 => heading: Tit…",
        "6 => heading: Titl…",
        "7 => heading: Title/text: …",
        "14 => heading: Title/text: some…",
        "17 => heading: Title/text: some [B bold…]",
        "26 => heading: Title/text: some [B bold words…]",
        "35 => heading: Title/text: some [B bold words] here/item 0 •: item…",
        "51 => heading: Title/text: some [B bold words] here/item 0 •: item one/quote: quote/code: line…"
      })
  void aTextIsCutAfterABlockOrAWord(int maxChars, String sketch) {
    assertThat(Sketch.of(RichTexts.shortened(TEXT, maxChars)).replace('\n', '/')).isEqualTo(sketch);
  }

  @Test
  void codeIsCutAfterALine() {
    var code = new RichText(List.of(new RichText.Code("line 1\nline 2\nline 3")));

    assertThat(RichTexts.shortened(code, 15).toPlain()).isEqualTo("line 1\nline 2\n…");
    assertThat(RichTexts.shortened(code, 4).toPlain()).isEqualTo("lin…");
  }

  @Test
  void aBlockThatFitsButIsNotTheLastIsMarkedToo() {
    var text = Markdown.parse("```\nabcd\n```\n\nefgh");

    assertThat(RichTexts.shortened(text, 5).toPlain()).isEqualTo("abc…");
  }

  @Test
  void aWordWithoutEndIsCutBetweenCharacters() {
    assertThat(RichTexts.shortened(RichText.plain("🎉".repeat(50)), 52).toPlain())
        .isEqualTo("🎉".repeat(25) + "…");
  }

  @Test
  void aTextThatFitsIsTheSame() {
    assertThat(RichTexts.shortened(TEXT, TEXT.toPlain().length())).isSameAs(TEXT);
  }

  @Test
  void everyCutIsABeginningThatFits() {
    var random = new Random(1);
    for (var i = 0; i < 3_000; i++) {
      var text = new RichText(IntStream.range(0, 4).mapToObj(_ -> block(random)).toList());
      var plain = text.toPlain();
      var maxChars = 1 + random.nextInt(plain.length());
      var cut = RichTexts.shortened(text, maxChars).toPlain();

      assertThat(cut).hasSizeLessThanOrEqualTo(maxChars);
      assertThat(plain).startsWith(cut.endsWith("…") ? cut.substring(0, cut.length() - 1) : cut);
      assertThat(cut.endsWith("…")).isEqualTo(maxChars < plain.length());
    }
  }

  private static RichText.Block block(Random random) {
    var words =
        IntStream.rangeClosed(0, random.nextInt(6))
            .mapToObj(
                _ -> List.of("a", "word ", "\n", "long-and-longer ", "🎉").get(random.nextInt(5)))
            .collect(Collectors.joining());
    var spans =
        List.of(
            new RichText.Span("x" + words, Set.of()),
            new RichText.Span(words, Set.of(RichText.Mark.BOLD)));
    return switch (random.nextInt(5)) {
      case 0 -> new RichText.Heading(spans);
      case 1 -> new RichText.Item(random.nextInt(3), "1.", spans);
      case 2 -> new RichText.Quote(spans);
      case 3 -> new RichText.Code("x" + words);
      default -> new RichText.Paragraph(spans);
    };
  }
}
