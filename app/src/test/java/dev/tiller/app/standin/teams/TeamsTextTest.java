package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.teams.TeamsWorld.Author;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsTextTest {

  private static final Author BOT = new Author("28:app", "Tiller", Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "@tiller fix it, <at>Tiller</at> fix it",
    "please @TILLER!, please <at>Tiller</at>!",
    "me@tiller.dev, me@tiller.dev",
    "@tillers, @tillers",
    "a < b, a < b",
  })
  void aMentionOfTheBotBecomesATag(String typed, String kept) {
    assertThat(TeamsText.typed(typed, BOT)).isEqualTo(kept);
  }

  @Test
  void theHtmlTwinIsEscaped() {
    assertThat(TeamsText.html("<at>Tiller</at> a < b\n& c", BOT))
        .isEqualTo(
            "<p><span itemtype=\"http://schema.skype.com/Mention\" itemscope=\"\" itemid=\"0\">"
                + "Tiller</span>&nbsp;a &lt; b<br>&amp; c</p>");
  }

  @Test
  void anActivityIsReadWithoutMarkup() {
    var plain = object("text", "<at>Tiller</at> hi", "textFormat", "plain");
    var xml = object("text", "<at>Ann Lee</at> <b>1 &lt; 2</b><br/>done", "textFormat", "xml");
    var card = object("summary", "Agent started");

    assertThat(TeamsText.readable(plain, BOT)).isEqualTo("@tiller hi");
    assertThat(TeamsText.readable(xml, BOT)).isEqualTo("@Ann Lee 1 < 2\ndone");
    assertThat(TeamsText.readable(card, BOT)).isEqualTo("Agent started");
  }
}
