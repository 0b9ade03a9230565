package dev.tiller.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandWordTest {

  @ParameterizedTest
  @EnumSource
  void everyCommandSaysInEveryLanguageWhatItDoes(CommandWord word) {
    for (var language : Language.values()) {
      assertThat(Texts.in(language, word::description)).isNotBlank();
    }
  }
}
