package dev.tiller.teams;

import static dev.tiller.teams.Activities.BOT;
import static dev.tiller.teams.Activities.inGroup;
import static dev.tiller.teams.Activities.mentioning;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Tiller", "Ops Bot (prod)", "c++", "a(b", "$1 \\d [x]*?", "R&amp;D &lt;bot&gt;"})
  void theMentionIsRemovedLiterallyWhateverTheBotIsCalled(String name) {
    var mention = "<at>" + name + "</at>";

    assertThat(text(mention + "&nbsp;fix it, " + mention, name)).isEqualTo(" fix it, ");
  }

  @Test
  void mentionsOfOthersStayReadable() {
    var activity =
        inGroup("17", "<at>Tiller</at> ask <at>Ann &amp; Co</at> or <at id=\"1\">Bo</at>");
    mentioning(activity, BOT, "Tiller", "<at>Tiller</at>");
    mentioning(activity, "29:ann", "Ann & Co", "<at>Ann &amp; Co</at>");

    assertThat(TeamsText.plain(Activities.parsed(activity))).isEqualTo(" ask @Ann & Co or @Bo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List&lt;String&gt; a &amp;&amp; b | List<String> a && b",
        "&amp;lt; stays &amp;amp; | &lt; stays &amp;",
        "say &quot;hi&quot; it&#39;s | say \"hi\" it's",
        "&copy; &unknown; &#8364; & &; | &copy; &unknown; &#8364; & &;",
        "<div>code</div> <br> **bold** | <div>code</div> <br> **bold**",
        "a&nbsp;b&#160;c\u00a0d | a b c d"
      })
  void exactlyWhatTeamsEncodesIsUndoneAndOnce(String sent, String written) {
    assertThat(text(sent, "Tiller")).isEqualTo(written);
  }

  @Test
  void linesAndIndentationAreKept() {
    assertThat(text("<at>Tiller</at>\n    if (a) {\n\tb();\n    }\n", "Tiller"))
        .isEqualTo("\n    if (a) {\n\tb();\n    }\n");
  }

  @Test
  void atTagsThatAPersonTypedStayText() {
    assertThat(text("&lt;at&gt;Tiller&lt;/at&gt; x", "Tiller")).isEqualTo("<at>Tiller</at> x");
  }

  private static String text(String text, String botName) {
    return TeamsText.plain(
        Activities.parsed(
            mentioning(inGroup("17", text), BOT, botName, "<at>" + botName + "</at>")));
  }
}
