package dev.tiller.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TablesTest {

  @ParameterizedTest
  @EnumSource
  void everyCommandAndAliasIsUnderstoodAlone(CommandWord command) {
    var expected = command.command();

    assertThat(Grammar.parse(command.word()))
        .satisfies(
            read -> assertThat(expected).matches(all -> all.isEmpty() || all.get().equals(read)));
    assertThat(command.aliases())
        .allSatisfy(alias -> assertThat(expected).contains(Grammar.parse(alias)));
  }

  @ParameterizedTest
  @EnumSource
  void everyOptionIsUnderstoodAsItsSyntaxSays(OptionName option) {
    var example = option.syntax().replaceFirst("\\|.*", "");

    assertThat(example).startsWith(option.key() + "=");
    assertThat(Grammar.parse(example + " fix it"))
        .isInstanceOfSatisfying(
            Command.Ask.class, ask -> assertThat(ask.options()).isNotEqualTo(Options.NONE));
  }

  @Test
  void helpNamesEveryCommandAndOption() {
    var shown = HelpText.card("@Tiller").fallback();

    assertThat(CommandWord.all())
        .allSatisfy(word -> assertThat(shown).contains(word.syntax() + ": " + word.description()));
    assertThat(OptionName.all())
        .allSatisfy(
            option -> assertThat(shown).contains(option.syntax() + ": " + option.description()));
  }

  @Test
  void theReadmeNamesEveryOption() throws IOException {
    var readme = Files.readString(Path.of("../README.md"));

    assertThat(OptionName.all())
        .allSatisfy(option ->
            assertThat(readme)
                .contains(
                    "| `%s` | %s |"
                        .formatted(option.syntax().replace("|", "\\|"), option.description())));
  }

  @Test
  void theExamplesOfHelpAreMessagesThatWork() {
    var examples =
        HelpText.card("@Tiller")
            .body()
            .toPlain()
            .lines()
            .filter(line -> line.startsWith("•"))
            .toList();

    assertThat(examples)
        .filteredOn(line -> line.contains("@Tiller"))
        .hasSizeGreaterThan(2)
        .allSatisfy(line ->
            assertThat(Grammar.parse(line.replace("• @Tiller", "")))
                .isInstanceOfAny(Command.Ask.class, Command.NewAgent.class));
  }

  @Test
  void helpFitsOnACard() {
    assertThat(HelpText.card("@Tiller").fallback()).hasSizeLessThan(3_500);
    assertThat(HelpText.card("@Tiller").body().toPlain().lines().toList())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(100))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyCommandOfTheReadmeAndHelpIsUnderstoodAsItsSyntaxSays(CommandWord command) {
    var written =
        command.syntax().replaceAll("\\[([^]|]*)[^]]*]", "$1").replace("<task>", "fix it");

    assertThat(Grammar.parse(written)).isNotInstanceOfAny(Command.Ask.class, Command.Unclear.class);
  }

  @ParameterizedTest
  @CsvSource({
    "model, model, 0", "model, modle, 1", "model, modl, 1", "model, models, 1", "model, nodel, 1",
    "branch, brnahc, 2", "'', repo, 4", "repo, '', 4", "abc, xyz, 3", "ca, abc, 3"
  })
  void distancesCountSlipsOfThePen(String a, String b, int distance) {
    assertThat(Spelling.distance(a, b)).isEqualTo(distance);
  }
}
