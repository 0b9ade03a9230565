package dev.tiller.app.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@tiller fix it | <@U0TILLER> fix it",
        "please @TILLER, now | please <@U0TILLER>, now",
        "ask @Ann Lee | ask <@U0ANN>",
        "@here look | <!here> look",
        "a < b && c > d | a &lt; b &amp;&amp; c &gt; d",
        "<@U0TILLER> <!channel> | &lt;@U0TILLER&gt; &lt;!channel&gt;",
        "see https://a.dev/x?y=1&z=2. | see <https://a.dev/x?y=1&amp;z=2>.",
      })
  void whatIsTypedIsKeptEscapedWithMentionsAndLinksAsMarkup(String typed, String kept) {
    assertThat(SlackText.typed(typed)).isEqualTo(kept);
  }

  @Test
  void aBareAddressBecomesALinkWithALabel() {
    assertThat(SlackText.typed("repo=github.com/acme/web go"))
        .isEqualTo("repo=<http://github.com/acme/web|github.com/acme/web> go");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"me@tiller.dev", "@tillers", "@tiller-next", "`@tiller`", "src/Login.java"})
  void whatIsNoMentionAndNoLinkStaysAsItIs(String typed) {
    assertThat(SlackText.typed(typed)).isEqualTo(typed);
  }

  @Test
  void codeIsEscapedButNotMarkedUp() {
    assertThat(SlackText.typed("```if (a < b) https://a.dev```"))
        .isEqualTo("```if (a &lt; b) https://a.dev```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@tiller fix a < b & c at https://a.dev/x",
        "repo=github.com/acme/web",
        "&lt; is written &amp;lt;",
      })
  void whatIsKeptIsReadAsItWasTyped(String typed) {
    assertThat(SlackText.readable(SlackText.typed(typed))).isEqualTo(typed);
  }

  @Test
  void anAppsMarkupIsKeptAndItsStrayCharactersAreEscaped() {
    assertThat(SlackText.sent("<@U0ANN> <https://a.dev|a> <!here> 1 < 2 & 3 &amp; 4"))
        .isEqualTo("<@U0ANN> <https://a.dev|a> <!here> 1 &lt; 2 &amp; 3 &amp; 4");
  }
}
