package dev.tiller.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionKeyTest {

  @Test
  void whatWasEncodedIsReadBack() {
    var key = new ActionKey("stop", "a:b");

    assertThat(ActionKey.parse(key.encoded())).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "stop", "stop:", "stop: ", ":x", " :x"})
  void anythingElseIsNoKey(String encoded) {
    assertThat(ActionKey.parse(encoded)).isEmpty();
  }
}
