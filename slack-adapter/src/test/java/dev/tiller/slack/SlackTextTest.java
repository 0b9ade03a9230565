package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

  private static final Optional<String> BOT = Optional.of("U0");

  /// `⏎` is a line break and `·` a space, so that they can be seen.
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      value = {
        "<@U0>·fix·it ! fix·it",
        "<@U0|tiller>·fix·it ! fix·it",
        "please·<@U0>·fix·it ! please·fix·it",
        "fix·it·<@U0> ! fix·it",
        "fix·<@U0>,·please ! fix,·please",
        "<@U0>⏎fix·it ! ⏎fix·it",
        "fix·it·<@U0>⏎now ! fix·it⏎now",
        "<@U0>·<@U0>·fix·<@U0> ! fix",
        "<@U0>··fix ! ·fix",
        "a⏎····<@U0>b ! a⏎····b",
        "<@U0>·```⏎if·a·{⏎··b();⏎}⏎``` ! ```⏎if·a·{⏎··b();⏎}⏎```",
        "<@U01>·fix ! @U01·fix"
      })
  void theBotsMentionGoesWithOneSpaceBesideItAndNothingElse(String markup, String plain) {
    assertThat(SlackText.undo(visible(markup), BOT)).isEqualTo(visible(plain));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      value = {
        "<https://github.com/acme/web> ! https://github.com/acme/web",
        "<https://github.com/acme/web|github.com/acme/web> ! github.com/acme/web",
        "<http://acme.example|acme.example> ! acme.example",
        "<https://acme.example/|https://acme.example> ! https://acme.example",
        "<mailto:ann@acme.example|ann@acme.example> ! ann@acme.example",
        "<https://evil.example|github.com/acme> ! github.com/acme·(https://evil.example)",
        "<https://acme.example/a?b=1&amp;c=2|docs> ! docs·(https://acme.example/a?b=1&c=2)",
        "<https://acme.example|> ! https://acme.example",
        "<@U2|ann> ! @ann",
        "<@U2> ! @U2",
        "<#C1|general> ! #general",
        "<#C1> ! #C1",
        "<#C1|> ! #C1",
        "a·&lt;b&gt;·&amp;·c ! a·<b>·&·c",
        "&amp;lt; ! &lt;",
        "&lt;@U0&gt; ! <@U0>",
        "&quot;&#60; ! &quot;&#60;",
        "a·<b·c>·d ! a·<b·c>·d",
        "a·<>·b·<⏎>·c ! a·<>·b·<⏎>·c"
      })
  void markupBecomesWhatItsAuthorSees(String markup, String plain) {
    assertThat(SlackText.undo(visible(markup), BOT)).isEqualTo(visible(plain));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      value = {
        "repo=<https://github.com/acme/web|acme/web>·fix ! repo=https://github.com/acme/web·fix",
        "repo=<https://github.com/acme/web/|acme/web>·fix ! repo=https://github.com/acme/web/·fix",
        "repo=“<https://github.com/acme/web|web>”·fix ! repo=“https://github.com/acme/web”·fix",
        "[repo=<https://github.com/acme/web|acme/web>,·branch=dev] !"
            + " [repo=https://github.com/acme/web,·branch=dev]",
        "@repo:<https://github.com/acme/web|web>·fix ! @repo:https://github.com/acme/web·fix",
        "pr=<https://github.com/acme/web/pull/7|#7>·fix !"
            + " pr=https://github.com/acme/web/pull/7·fix",
        "repo=<http://github.com/acme/web|github.com/acme/web>·fix ! repo=github.com/acme/web·fix",
        "repo=<https://evil.example/x/y|acme/web>·fix !"
            + " repo=acme/web·(https://evil.example/x/y)·fix",
        "see:·<https://github.com/acme/web|acme/web> ! see:·acme/web·(https://github.com/acme/web)",
        "--repository=<https://github.com/acme/web|web>·fix !"
            + " --repository=https://github.com/acme/web·fix",
        "Branch:<https://github.com/acme/web/tree/dev|dev> !"
            + " Branch:https://github.com/acme/web/tree/dev",
        "Ticket:<https://jira.x/browse/P-12|Login·page·is·broken> !"
            + " Ticket:Login·page·is·broken·(https://jira.x/browse/P-12)",
        "Ticket:<https://jira.x/browse/P-12|P-12> ! Ticket:P-12·(https://jira.x/browse/P-12)",
        "myrepo=<https://github.com/acme/web|web> ! myrepo=web·(https://github.com/acme/web)",
        "a.pr:<https://github.com/acme/web|web> ! a.pr:web·(https://github.com/acme/web)",
        "pr:<https://github.com/acme/web/pull/7|Mend·the·login> !"
            + " pr:Mend·the·login·(https://github.com/acme/web/pull/7)",
        "branch=<#C1|dev>·fix ! branch=#dev·fix",
        "`repo=<https://github.com/acme/web>`·fix ! `repo=https://github.com/acme/web`·fix"
      })
  void aLinkThatIsAnOptionsValueBecomesItsAddress(String markup, String plain) {
    assertThat(SlackText.undo(visible(markup), BOT)).isEqualTo(visible(plain));
  }

  @Test
  void broadcastsAndGroupsBecomeTheirNames() {
    var markup =
        "<!here> <!channel|channel> <!subteam^S1|@web-team> <!subteam^S2> <!date^1^{date}|May 1>";

    assertThat(SlackText.undo(markup, BOT)).isEqualTo("@here @channel @web-team @S2 May 1");
  }

  @Test
  void aMentionIsFoundByTheWholeIdOnly() {
    assertThat(SlackText.mentions("hi <@U0>!", "U0")).isTrue();
    assertThat(SlackText.mentions("hi <@U0|tiller>!", "U0")).isTrue();
    assertThat(SlackText.mentions("hi <@U01> &lt;@U0&gt; @U0", "U0")).isFalse();
  }

  @Test
  void textWithoutMarkupStaysAsItIs() {
    for (int seed = 0; seed < 500; seed++) {
      var text = random(seed, "ab \n\t`*_~|@#!:/é🙂-");

      assertThat(SlackText.undo(text, BOT)).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void noTextIsTooOddToRead() {
    for (int seed = 0; seed < 2_000; seed++) {
      var text = random(seed, "<<<>>>@@##!!|| &lt;amp;U0:/^a\n🙂");

      assertThatCode(() -> SlackText.undo(text, BOT))
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void escapedTextReadsBackAsItWas() {
    for (int seed = 0; seed < 500; seed++) {
      var text = random(seed, "<>&;ltgamp@U0!|# \n🙂");

      assertThat(SlackText.undo(SlackText.escape(text, 4_000), BOT))
          .as("seed %d", seed)
          .isEqualTo(text);
    }
  }

  @Test
  void longTextIsCutBetweenCharactersAndWithinTheLimit() {
    for (int limit = 3; limit < 30; limit++) {
      assertThat(SlackText.escape("a&b".repeat(10), limit))
          .hasSizeLessThanOrEqualTo(limit)
          .matches("([ab]|&amp;)*…");
      assertThat(SlackText.cut("🙂".repeat(20), limit))
          .hasSizeLessThanOrEqualTo(limit)
          .matches("(🙂)*…");
    }
    assertThat(SlackText.escape("a<b", 6)).isEqualTo("a&lt;b");
    assertThat(SlackText.cut("abc", 3)).isEqualTo("abc");
  }

  private static String visible(String text) {
    return text.strip().replace('·', ' ').replace('⏎', '\n');
  }

  private static String random(long seed, String alphabet) {
    var random = new Random(seed);
    var letters = alphabet.codePoints().toArray();
    return IntStream.range(0, random.nextInt(60))
        .mapToObj(i -> Character.toString(letters[random.nextInt(letters.length)]))
        .collect(Collectors.joining());
  }
}
