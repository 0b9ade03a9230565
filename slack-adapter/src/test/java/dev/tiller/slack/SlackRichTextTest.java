package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlackRichTextTest {

  @Test
  void marksBecomeStyles() {
    var line =
        new RichText.Paragraph(
            List.of(
                span("plain "),
                span("all", Mark.BOLD, Mark.ITALIC, Mark.STRIKE, Mark.CODE),
                span("")));

    assertThat(draw(line))
        .isEqualTo(
            json(
                """
                [{"type":"rich_text_section","elements":[
                  {"type":"text","text":"plain "},
                  {"type":"text","text":"all",
                   "style":{"bold":true,"italic":true,"strike":true,"code":true}}]}]
                """));
  }

  @Test
  void aLinkKeepsItsWordsAndLooks() {
    var link =
        new Span(
            "open *thread*", Set.of(Mark.BOLD), Optional.of(URI.create("https://x.example/1")));

    assertThat(draw(new RichText.Paragraph(List.of(link))))
        .isEqualTo(
            json(
                """
                [{"type":"rich_text_section","elements":[
                  {"type":"link","url":"https://x.example/1","text":"open *thread*",
                   "style":{"bold":true}}]}]
                """));
  }

  @Test
  void linesThatFollowEachOtherShareASection() {
    assertThat(
            draw(
                new RichText.Paragraph(List.of(span("one"))),
                new RichText.Paragraph(List.of(span(""))),
                new RichText.Heading(List.of(span("two"))),
                new RichText.Paragraph(List.of(span("three")))))
        .isEqualTo(
            json(
                """
                [{"type":"rich_text_section","elements":[
                  {"type":"text","text":"one"},
                  {"type":"text","text":"\\n\\n"},
                  {"type":"text","text":"two","style":{"bold":true}},
                  {"type":"text","text":"\\n"},
                  {"type":"text","text":"three"}]}]
                """));
  }

  @Test
  void itemsOfOneDepthAndKindShareAList() {
    assertThat(
            draw(
                item(0, "1.", "one"),
                item(0, "2.", "two"),
                item(1, "•", "inner"),
                item(0, "3.", "three")))
        .isEqualTo(
            json(
                """
                [{"type":"rich_text_list","style":"ordered","indent":0,"elements":[
                   {"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},
                   {"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]},
                 {"type":"rich_text_list","style":"bullet","indent":1,"elements":[
                   {"type":"rich_text_section","elements":[{"type":"text","text":"inner"}]}]},
                 {"type":"rich_text_list","style":"ordered","indent":0,"offset":2,"elements":[
                   {"type":"rich_text_section","elements":[{"type":"text","text":"three"}]}]}]
                """));
  }

  @Test
  void quotesAndCodeStandForThemselves() {
    assertThat(draw(new RichText.Quote(List.of(span("said"))), new RichText.Code("a\n  b")))
        .isEqualTo(
            json(
                """
                [{"type":"rich_text_quote","elements":[{"type":"text","text":"said"}]},
                 {"type":"rich_text_preformatted","elements":[{"type":"text","text":"a\\n  b"}]}]
                """));
  }

  @Test
  void emptyBlocksAndDeepListsAreWhatSlackTakes() {
    assertThat(draw(new RichText.Code(""), new RichText.Quote(List.of()), item(0, "•", "")))
        .isEqualTo(json("[]"));
    assertThat(draw(item(40, "•", "deep")).toString()).contains("\"indent\":8");
    assertThat(draw(item(0, "1000.", "odd")).toString()).contains("\"style\":\"bullet\"");
  }

  private static Object draw(Block... blocks) {
    return BlockKit.array(SlackRichText.elements(new RichText(List.of(blocks))));
  }

  private static Object json(String text) {
    return JsonParser.parseString(text);
  }

  private static Block item(int depth, String marker, String text) {
    return new RichText.Item(depth, marker, List.of(span(text)));
  }

  private static Span span(String text, Mark... marks) {
    return new Span(text, Set.of(marks));
  }
}
