package dev.tiller.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.MessageTable.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {

  static Stream<Line> lines() {
    return MessageTable.lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyMessageOfTheTableIsReadAsItSays(Line line) {
    switch (Grammar.parse(line.message())) {
      case Command.Ask(var prompt, var options) -> assertTask(line, "ask", prompt, options);
      case Command.NewAgent(var prompt, var options) -> assertTask(line, "agent", prompt, options);
      case Command.Explain(var request) -> assertCommand(line, "explain", request);
      case Command.Settings settings ->
          assertCommand(
              line, "settings", CommandPrinter.print(settings).replaceFirst("settings ?", ""));
      case Command.Words words ->
          assertThat(CommandPrinter.print(words))
              .isEqualTo((line.kind() + " " + line.braces()).strip());
      case Command.Unclear unclear -> assertUnclear(line, unclear);
      case Command.Help() -> assertThat("help").isEqualTo(line.kind());
      case Command.ShowFeedback() -> assertThat("feedback").isEqualTo(line.kind());
      case Command.Stop(var agent) -> assertCommand(line, "stop", number(agent));
      case Command.AboutAgent(var topic, var agent) ->
          assertCommand(line, topic.name().toLowerCase(Locale.ROOT), number(agent));
      case Command.Lookup(var topic, var filter) ->
          assertCommand(line, topic.name().toLowerCase(Locale.ROOT), filter);
      case Command.FollowUp(var agent, var prompt, var options) ->
          assertTask(line, "to#" + agent, prompt, options);
      case Command.StopAll() -> assertCommand(line, "stop_all", "");
      case Command.Queue(var agent) -> assertCommand(line, "queue", number(agent));
      case Command.Give give ->
          assertCommand(line, "give", CommandPrinter.print(give).replaceFirst("give ", ""));
      case Command.Listen(var on) -> assertThat(on ? "unmute" : "mute").isEqualTo(line.kind());
      case Command.Why() -> assertThat("why").isEqualTo(line.kind());
      case Command.Nothing() -> assertThat("nothing").isEqualTo(line.kind());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          settings followups=@Ann Lee, @Ben   | settings followups=@U1,@U2
          settings channel followups=@Ben     | settings channel followups=@U2
          settings followups=@Ann Lee and @Ben | settings followups=@U1,@U2
          give @Ann Lee                       | give @U1
          give agent 2 to @Ann Lee, please    | give #2 @U1
          ask @Ann Lee what @Ben meant        | ask @Ann Lee what @Ben meant
          give @Ann Lee a better name         | give @Ann Lee a better name
          """)
  void onlyCommandsAboutPeopleHaveThemByTheirIds(String message, String read) {
    var others =
        Stream.of(
                new Mentioned("@Ann Lee", new Person("U1", "U1", "Ann Lee")),
                new Mentioned("@Ben", new Person("U2", "U2", "Ben")))
            .filter(each -> message.contains(each.written()))
            .toList();

    assertThat(CommandPrinter.print(Grammar.parse(message, others))).isEqualTo(read);
  }

  @Test
  void twoPeopleOfOneNameAreToldApart() {
    var others =
        List.of(
            new Mentioned("@Ann", new Person("U1", "U1", "Ann")),
            new Mentioned("@Ann", new Person("U7", "U7", "Ann")));

    assertThat(CommandPrinter.print(Grammar.parse("settings followups=@Ann @Ann", others)))
        .isEqualTo("settings followups=@U1,@U7");
  }

  private static String number(Optional<Integer> agent) {
    return agent.map(String::valueOf).orElse("");
  }

  private static void assertCommand(Line line, String kind, String argument) {
    assertThat(kind + " " + argument).isEqualTo(line.kind() + " " + line.braces());
  }

  private static void assertTask(Line line, String kind, String prompt, Options options) {
    assertThat(kind + " {" + MessageTable.written(options) + "} " + prompt)
        .isEqualTo(line.kind() + " {" + line.braces() + "} " + line.rest());
  }

  private static void assertUnclear(Line line, Command.Unclear unclear) {
    assertThat("unclear").isEqualTo(line.kind());
    assertThat(unclear.text()).isEqualTo(line.message());
    assertThat(unclear.problems())
        .anySatisfy(problem -> assertThat(problem.sentence()).contains(line.rest()));
    var suggestions = unclear.problems().stream().flatMap(problem -> problem.suggestion().stream());
    assertThat(suggestions.distinct())
        .isEqualTo(Optional.of(line.braces()).filter(text -> !text.isEmpty()).stream().toList());
  }

  @Test
  void theTableIsLong() {
    assertThat(lines()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
  }

  @Test
  void everyProblemIsTold() {
    var command = Grammar.parse("rep=acme/web autopr=maybe branch=a..b");

    assertThat(sentences(command))
        .containsExactly(
            "There is no option rep=. Did you mean repo=? If it is part of the task, put it in"
                + " backticks, or write -- before the task.",
            "autopr=maybe is not an answer. Write autopr=yes or autopr=no. If it is part of the"
                + " task, put it in backticks, or write -- before the task.",
            "branch=a..b is not the name of a branch. Write it without spaces, like main or"
                + " fix/login. If it is part of the task, put it in backticks, or write -- before"
                + " the task.",
            "What should the agent do? Write the task too.");
  }

  @Test
  void aProblemIsToldOnceAndNotTooManyAre() {
    assertThat(sentences(Grammar.parse("rep=a rep=b rep=c x"))).hasSize(1);
    assertThat(sentences(Grammar.parse("rep=a repo1=b rpo=c epo=d modl=e mdel=f odel=g x")))
        .hasSize(Grammar.MOST_PROBLEMS);
  }

  @Test
  void aLongOrManyLinedValueIsQuotedShortAndOnOneLine() {
    var sentence =
        sentences(Grammar.parse("repo=" + "x\u0007".repeat(1_000) + " fix it")).getFirst();

    assertThat(sentence).hasSizeLessThan(300).contains("x x x").doesNotContain("\u0007");
  }

  @Test
  void valuesHaveALongestLength() {
    assertThat(Grammar.parse("branch=" + "b".repeat(250) + " fix it"))
        .isInstanceOf(Command.Ask.class);
    assertThat(Grammar.parse("branch=" + "b".repeat(251) + " fix it"))
        .isInstanceOf(Command.Unclear.class);
    assertThat(Grammar.parse("model=" + "m".repeat(101) + " fix it"))
        .isInstanceOf(Command.Unclear.class);
    assertThat(Grammar.parse("repo=acme/" + "w".repeat(500) + " fix it"))
        .isInstanceOf(Command.Unclear.class);
  }

  private static java.util.List<String> sentences(Command command) {
    return ((Command.Unclear) command).problems().stream().map(Problem::sentence).toList();
  }
}
