package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.RichText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamsCutTest {

  @Test
  void aLineThatFitsIsUntouched() {
    assertThat(TeamsCut.line("four", 4)).isEqualTo("four");
  }

  @Test
  void aLongLineEndsWithAnEllipsis() {
    assertThat(TeamsCut.line("fourteen", 5)).isEqualTo("four…");
  }

  @Test
  void aCharacterOfTwoUnitsIsNotSplit() {
    assertThat(TeamsCut.line("a😀b", 3)).isEqualTo("a…");
    assertThat(TeamsCut.line("a😀bc", 4)).isEqualTo("a😀…");
  }

  @Test
  void blocksAreKeptAsFarAsTheyFitAndTheRestIsNamed() {
    var text =
        new RichText(
            List.of(new RichText.Code("x".repeat(100)), new RichText.Code("y".repeat(1_000))));

    var cut = TeamsCut.fit(text, 600, block -> new RichText(List.of(block)).toPlain().length());

    assertThat(cut.toPlain())
        .startsWith("x".repeat(100) + "\n" + "y".repeat(200))
        .endsWith("y…\n" + TeamsCut.note())
        .hasSizeLessThan(610);
  }

  @Test
  void noTextAtAllNeedsNoNote() {
    assertThat(TeamsCut.fit(RichText.EMPTY, -1, block -> 1)).isEqualTo(RichText.EMPTY);
  }
}
