package dev.tiller.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.OptionPrefix;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionPrefixTest {

  private static final Pattern PREFIX = Pattern.compile(OptionPrefix.REGEX);

  @Test
  void everyNameOfEveryOptionIsOne() {
    for (var option : OptionName.all()) {
      assertIsPrefix(option.key());
      option.aliases().forEach(OptionPrefixTest::assertIsPrefix);
    }
  }

  private static void assertIsPrefix(String name) {
    assertThat(name + "=").matches(PREFIX);
    assertThat("@" + name + ":").matches(PREFIX);
    assertThat("--" + name.toUpperCase(Locale.ROOT) + "=").matches(PREFIX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ticket:", "myrepo=", "a.repo=", "x-pr=", "x@pr=", "repo", "report:"})
  void otherWordsAreNone(String text) {
    assertThat(PREFIX.matcher(text).find()).isFalse();
  }
}
