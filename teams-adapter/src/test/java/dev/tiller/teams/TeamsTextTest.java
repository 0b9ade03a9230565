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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "repo=[web](https://github.com/acme/web) fix | repo=https://github.com/acme/web fix",
        "repo=<a href=\"https://github.com/acme/web\" title=\"x\">acme/web</a>, fix |"
            + " repo=https://github.com/acme/web, fix",
        "@repo:[acme/web](https://github.com/acme/web) fix | @repo:https://github.com/acme/web fix",
        "--repository=[web](https://github.com/acme/web) fix |"
            + " --repository=https://github.com/acme/web fix",
        "Ticket:[Login page](https://jira.x/browse/P-12) | Ticket:[Login"
            + " page](https://jira.x/browse/P-12)",
        "Ticket:[P-12](https://jira.x/browse/P-12) | Ticket:[P-12](https://jira.x/browse/P-12)",
        "Ticket:<a href=\"https://jira.x/P-12\">P-12</a> | Ticket:<a"
            + " href=\"https://jira.x/P-12\">P-12</a>",
        "myrepo=[web](https://github.com/acme/web) | myrepo=[web](https://github.com/acme/web)",
        "repo=[the web app](https://github.com/acme/web) | repo=[the web"
            + " app](https://github.com/acme/web)",
        "why `repo=[web](https://github.com/acme/web)` | why"
            + " `repo=[web](https://github.com/acme/web)`",
        "a ```x repo=[web](https://a.example/web)``` pr=[7](https://a.example/7) | a ```x"
            + " repo=[web](https://a.example/web)``` pr=https://a.example/7",
        "it`s pr=[7](https://a.example/7) | it`s pr=https://a.example/7",
        "see [web](https://github.com/acme/web) | see [web](https://github.com/acme/web)",
        "repo=[web](javascript:x) | repo=[web](javascript:x)",
        "repo=“acme/web”&nbsp;fix | repo=“acme/web” fix",
        "ask <at>Ann</at> in #general | ask @Ann in #general"
      })
  void aLinkThatIsAnOptionsValueBecomesItsAddress(String sent, String written) {
    assertThat(text(sent, "Tiller")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "fix repo=x now ! <p>fix <code>repo=x</code> now</p> ! fix `repo=x` now",
        "fix a &amp;&amp; b and a ! <p>fix <code>a &amp;&amp; b</code> and <code>a</code></p> ! fix"
            + " `a && b` and `a`",
        "why? a=1⏎b=2 ! <p>why?</p><pre>a=1<br>b=2</pre> ! why? ```⏎a=1⏎b=2⏎```",
        "why?⏎    if (a)⏎      b(); ! <p>why?</p><pre>    if (a)<br>      b();</pre> ! why?⏎```⏎   "
            + " if (a)⏎      b();⏎```",
        "why?⏎⏎&nbsp;\t\u00a0a(); ! <p>why?</p><pre>&nbsp;\ta();</pre> ! why?⏎⏎```⏎ \t a();⏎```",
        "why?⏎  a ! <p>why?<br>&nbsp; <code>a</code></p> ! why?⏎  `a`",
        "&lt;&nbsp;a ! <p>&lt; </p><pre>a</pre> ! < ```⏎a⏎```",
        "a⏎ b ! <pre>a</pre><pre> b</pre> ! ```⏎a⏎```⏎```⏎ b⏎```",
        "why? a=1 ! <p>why?</p><codeblock class=\"Shell\"><code>a=1</code></codeblock> ! why?"
            + " ```⏎a=1⏎```",
        "say &lt;b&gt; ! <p>say <code>&lt;b&gt;</code></p> ! say `<b>`",
        "fix `repo=x` now ! <p>fix `repo=x` now</p> ! fix `repo=x` now",
        "fix repo=x ! <p>something else <code>repo=x</code></p> ! fix repo=x",
        "fix it ! <p>fix <code></code>it</p> ! fix it",
        "fix it ! <p>fix <code>it ! fix it",
        "fix it ! </code></code><p>fix it ! fix it"
      })
  void codeStandsBetweenBackticksAgain(String sent, String html, String written) {
    var activity =
        mentioning(
            inGroup("17", "<at>Tiller</at> " + lines(sent)), BOT, "Tiller", "<at>Tiller</at>");
    activity
        .putArray("attachments")
        .addObject()
        .put("contentType", "text/html")
        .put(
            "content",
            "<div><span itemtype=\"http://schema.skype.com/Mention\">Tiller</span>&nbsp;"
                + html
                + "</div>");

    assertThat(TeamsText.plain(Activities.parsed(activity))).isEqualTo(" " + lines(written));
  }

  @Test
  void noHtmlIsTooOddToRead() {
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new java.util.Random(seed);
      var pieces =
          java.util.List.of(
              "<code>",
              "</code>",
              "<pre>",
              "</pre>",
              "a",
              "&amp;",
              "&#9999999;",
              "&#x;",
              "<",
              ">",
              " ",
              "\n",
              "<br>",
              "🙂");
      var html = new StringBuilder();
      random.ints(random.nextInt(30), 0, pieces.size()).forEach(i -> html.append(pieces.get(i)));
      var text = html.toString().replaceAll("</?[a-z]+>", "");

      assertThat(TeamsCode.marked(text, html.toString()).replaceAll("[`\n]", ""))
          .isEqualTo(text.replaceAll("[`\n]", ""));
    }
  }

  private static String lines(String text) {
    return text.replace('⏎', '\n');
  }

  private static String text(String text, String botName) {
    return TeamsText.plain(
        Activities.parsed(
            mentioning(inGroup("17", text), BOT, botName, "<at>" + botName + "</at>")));
  }
}
