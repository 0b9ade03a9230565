package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SocketTextTest {

  private final SocketText text = new SocketText();

  @Test
  void aMessageIsWholeWithItsLastFragment() {
    assertThat(text.add("a", false)).isEmpty();
    assertThat(text.add("b", false)).isEmpty();
    assertThat(text.add("c", true)).contains("abc");
    assertThat(text.add("d", true)).contains("d");
  }

  @Test
  void whatIsTooLargeIsLeftOutAndForgottenAtItsEnd() {
    var largest = "x".repeat(SocketText.LARGEST);

    assertThat(text.add(largest, true)).contains(largest);
    assertThat(text.add(largest, false)).isEmpty();
    assertThat(text.add("x", false)).isEmpty();
    assertThat(text.add("x", true)).isEmpty();
    assertThat(text.add("next", true)).contains("next");
  }
}
