package dev.tiller.core.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @Test
  void aSummaryBecomesBlocks() {
    var summary =
        """
        ## What *changed*

        Login now **waits** for the `session`,
        and ~~retries~~ once.\\
        Done.

        - first
          still first
          - nested **deep**
        - [x] done
        - [ ] open

        3. three
        4. four

           more of four

        > quoted
        > lines
        >
        > - in a quote

        ```java
        int x;

          int y;
        ```
        ---
            indented code
        """;

    assertThat(Sketch.of(Markdown.parse(summary)))
        .isEqualTo(
            """
            heading: What [I changed]
            text: Login now [B waits] for the [C session],/and [S retries] once./Done.
            item 0 •: first/still first
            item 1 •: nested [B deep]
            item 0 •: [x] done
            item 0 •: [ ] open
            item 0 3.: three
            item 0 4.: four
            text: more of four
            quote: quoted/lines
            quote: • in a quote
            code: int x;//  int y;
            code: indented code\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "[the fix](https://example.com/1) => text: the fix (https://example.com/1)",
        "[https://example.com](https://example.com) => text: https://example.com",
        "[example.com](https://example.com/) => text: example.com",
        "[a@b.org](mailto:a@b.org) => text: a@b.org",
        "<https://example.com> => text: https://example.com",
        "https://example.com/a_b_c => text: https://example.com/a_b_c",
        "[https://bank.com](https://evil.com) => text: https://bank.com (https://evil.com)",
        "[bank.com](https://bank.com.evil.com) => text: bank.com (https://bank.com.evil.com)",
        "[**fix**](x.md) => text: [B fix] (x.md)",
        "[](https://example.com) => text: https://example.com",
        "[x]() => text: x",
        "[x](<a b>) => text: x (a b)",
        "[x](&#10;&#10;# a) => text: [x](//# a)",
        "[x](&#10;javascript:a) => text: x (javascript:a)",
        "[x](javascript:alert) => text: x (javascript:alert)",
        "![a **cat**](https://example.com/cat.png) => text: a cat",
        "![](cat.png) => text: (image)",
        "[![build](b.svg)](https://ci) => text: build (https://ci)",
        "<b>bold</b> => text: <b>bold</b>",
        "a <!-- b --> c => text: a <!-- b --> c",
        "<!channel> <@U123> <script> => text: <!channel> <@U123> <script>",
        "<script>alert(1)</script> => text: <script>alert(1)</script>",
        "*a **b ~~c `d`~~*** => text: [I a ][I [B b ]][S [I [B c ]]][C [S [I [B d]]]]",
        "&lt;&amp; \\* => text: <& *",
        "a\u202Eb\u0007c\u2066d => text: abcd",
        "\uD800a => text: a",
        "a  # b => text: a  # b",
        "1) one => item 0 1.: one",
        "* => ''",
        "- - x => item 1 •: x",
        "- # x => item 0 •: x",
        "- > x => quote: • x",
        "> # x => quote: x",
        "> > x => quote: x",
        "[a]: https://example.com => ''",
        "*** => ''",
        "&#8203; => text: \u200B",
        "' ' => ''"
      })
  void inlinesAreShownForWhatTheyAre(String markdown, String sketch) {
    assertThat(Sketch.of(Markdown.parse(markdown))).isEqualTo(sketch);
  }

  @Test
  void aTableIsLines() {
    var table =
        """
        | File | Change |
        |------|:------:|
        | `a.c` | **new** |
        | b.c |
        """;

    assertThat(Sketch.of(Markdown.parse(table)))
        .isEqualTo("text: [B File] | [B Change]/[C a.c] | [B new]/b.c | ");
  }

  @Test
  void codeIsLeftAsItIs() {
    assertThat(Markdown.parse("```\n<b> *x* [a](b)\n\tc  \n```").blocks())
        .containsExactly(new RichText.Code("<b> *x* [a](b)\n\tc  "));
  }

  @Test
  void aLongAddressIsCut() {
    var text = Markdown.parse("[x](https://example.com/" + "a".repeat(1_000) + ")").toPlain();

    assertThat(text)
        .startsWith("x (https://example.com/aaa")
        .endsWith("aaa…)")
        .hasSizeLessThan(310);
  }

  @Test
  void aLongTextIsCutWithAnEllipsis() {
    var text = Markdown.parse("word ".repeat(100_000)).toPlain();

    assertThat(text).endsWith("…").hasSizeBetween(Markdown.MAX_CHARS - 50, Markdown.MAX_CHARS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ",
        "- ",
        "1. ",
        "  - a\n",
        "*",
        "**a ",
        "*a_ ",
        "[",
        "![",
        "![a](",
        "[a](b",
        "`",
        "` ``",
        "<",
        "<a ",
        "<!--",
        "&",
        "~",
        "~~a ",
        "|",
        "|a",
        "a|b\n-|-\n",
        "# ",
        "\\",
        "\n",
        "\u0000",
        "\uD800",
        "[a]: b\n\n[a]",
        "```\n",
        "\t",
        "_a",
        "(",
        "<x@",
        "http://a"
      })
  void hostileTextIsReadQuicklyAndStaysBounded(String piece) {
    for (var text : List.of(piece.repeat(Markdown.MAX_CHARS), nested(piece))) {
      var rich = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Markdown.parse(text));

      assertWellFormed(rich);
    }
  }

  private static String nested(String piece) {
    var half = Markdown.MAX_CHARS / piece.length() / 2;
    return piece.repeat(half) + "a" + new StringBuilder(piece).reverse().toString().repeat(half);
  }

  @Test
  void aSmallTextCannotBecomeHuge() {
    var references =
        "[a]: https://example.com/" + "x".repeat(9_000) + "\n\n" + "[a] ".repeat(2_700);
    var table = "|a".repeat(2_400) + "\n" + "|-".repeat(2_400) + "\n" + "a\n".repeat(5_000);

    for (var text : List.of(references, table)) {
      assertWellFormed(
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Markdown.parse(text)));
    }
  }

  @Test
  void deepListsAreBounded() {
    var list =
        IntStream.range(0, 100)
            .mapToObj(depth -> "  ".repeat(depth) + "- x\n")
            .collect(Collectors.joining());

    assertThat(Markdown.parse(list).blocks())
        .allSatisfy(block ->
            assertThat(block)
                .isInstanceOfSatisfying(
                    RichText.Item.class, item -> assertThat(item.depth()).isLessThan(40)));
  }

  @Test
  void noTextThrows() {
    var random = new Random(1);
    var pieces =
        List.of(
            "*",
            "**",
            "_",
            "~~",
            "`",
            "```",
            "\n",
            "\n\n",
            " ",
            "    ",
            "> ",
            "- ",
            "1. ",
            "# ",
            "[",
            "]",
            "(",
            ")",
            "![",
            "<",
            ">",
            "<b>",
            "</b>",
            "<!--",
            "|",
            "|-|\n",
            "word",
            "&amp;",
            "\\",
            "🎉",
            "\uD83C",
            "\u0000",
            "\t",
            "[a]: b\n",
            "[a]",
            "---\n",
            "===\n",
            "https://example.com");
    for (var i = 0; i < 3_000; i++) {
      var text =
          IntStream.range(0, random.nextInt(60))
              .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
              .collect(Collectors.joining());

      assertWellFormed(Markdown.parse(text));
    }
  }

  private static void assertWellFormed(RichText text) {
    var plain = text.toPlain();
    assertThat(plain.length()).isLessThanOrEqualTo(Markdown.MAX_CHARS);
    assertThat(plain.codePoints())
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE || c == 0 || c == 0x202E);
    assertThat(text.blocks()).noneMatch(block -> new RichText(List.of(block)).toPlain().isBlank());
  }
}
