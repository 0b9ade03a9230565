package dev.tiller.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.Repository;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarPropertiesTest {

  /// More characters than Slack or Teams deliver in one message.
  private static final int LONGEST_MESSAGE = 100_000;

  private static final int CASES = 1_500;
  private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void aPrintedCommandIsReadBack() {
    var messages = new Messages(1);
    for (var i = 0; i < CASES; i++) {
      var command = messages.command();

      assertThat(Grammar.parse(CommandPrinter.print(command))).isEqualTo(command);
    }
  }

  @Test
  void whatWasReadIsPrintedAndReadBackTheSame() {
    var messages = new Messages(2);
    for (var i = 0; i < CASES; i++) {
      var read = Grammar.parse(messages.message());

      assertThat(Grammar.parse(CommandPrinter.print(read))).isEqualTo(read);
    }
  }

  @Test
  void noInputThrows() {
    var messages = new Messages(3);
    for (var i = 0; i < CASES; i++) {
      var read = Grammar.parse(messages.noise());

      assertThat(Grammar.parse(CommandPrinter.print(read))).isEqualTo(read);
    }
  }

  @Test
  void aSuggestionIsNeverUnclear() {
    var messages = new Messages(4);
    var suggestions =
        Stream.generate(messages::message)
            .limit(CASES)
            .map(Grammar::parse)
            .flatMap(GrammarPropertiesTest::problems)
            .flatMap(problem -> problem.suggestion().stream())
            .toList();

    assertThat(suggestions)
        .hasSizeGreaterThan(100)
        .noneMatch(suggestion -> Grammar.parse(suggestion) instanceof Command.Unclear);
  }

  @Test
  void anUnclearMessageHasAProblemToTell() {
    var messages = new Messages(5);
    for (var i = 0; i < CASES; i++) {
      if (Grammar.parse(messages.message()) instanceof Command.Unclear(var problems, _)) {
        assertThat(problems)
            .hasSizeBetween(1, Grammar.MOST_PROBLEMS)
            .noneMatch(problem -> UNSHOWABLE.matcher(problem.sentence()).find());
      }
    }
  }

  @Test
  void textWithoutOptionsIsThePrompt() {
    var messages = new Messages(6);
    for (var i = 0; i < CASES; i++) {
      var text =
          ("so " + messages.message() + "\n  then").replaceAll("[=:—]", "≠").replace("--", "~");

      assertThat(Grammar.parse(text)).isEqualTo(new Command.Ask(text, Options.NONE));
    }
  }

  @Test
  void optionsAreTakenFromAnywhereAndNothingElseIs() {
    var messages = new Messages(7);
    var words =
        List.of("so", "`repo=x y`", "`--`", "x=y", "it's", "größe", "```\n  rep=a\n```", "(a)");
    var options =
        List.of(
            "repo=acme/web",
            "branch='dev'",
            "model=“m-1”",
            "autoPR=no,",
            "mode=plan.",
            "current_branch=yes",
            "pool=gpu");
    var expected =
        new Options(
            Repository.parse("acme/web").stream().toList(),
            Optional.empty(),
            Optional.of(new Pick.Named("dev")),
            Optional.of(new Pick.Named("m-1")),
            Optional.of(false),
            Optional.of(Mode.PLAN),
            Optional.of(true),
            Optional.empty(),
            Optional.of("gpu"),
            Optional.empty(),
            Optional.empty());
    for (var i = 0; i < CASES; i++) {
      var prompt = IntStream.range(0, 8).mapToObj(_ -> messages.one(words)).toList();
      var message = new ArrayList<>(prompt);
      options.forEach(option -> message.add(messages.below(message.size() + 1), option));

      assertThat(Grammar.parse(String.join(" ", message)))
          .isEqualTo(new Command.Ask(String.join(" ", prompt), expected));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\n",
        "\r\n",
        "`",
        "` `` ",
        "```",
        "``` x ",
        "=",
        "repo=",
        "repo=acme/web ",
        "repo=acme/web\n",
        "rep=a ",
        "repo=“ ",
        "repo='",
        "-- ",
        "brnach=\"x\" ",
        "model='a' b",
        "a-",
        "autopr=ture ",
        "stop ",
        "repo=x/////?",
        "branch=a`b ",
        "repo=<<<<",
        "repo=a/b,",
        "a/b,",
        "pr=https://x.y/a/b/pull/",
        "/pull/7",
        "mode=p",
        "[repo=",
        "[repo=a/b ",
        "[[",
        "(model=x) ",
        "--repo ",
        "x --model y ",
        "--x --branch b ",
        "@repo:a/b ",
        "repo:a/b ",
        "repo: a/b\n",
        "FOO=1\n",
        "A=1\nMODEL=x\n",
        "x MODEL=y ",
        "repo = ",
        "*repo=a* ",
        "explain ",
        "settings repo=",
        "rules add ",
        "—"
      })
  void theLongestMessageIsReadAtOnce(String piece) {
    var text = piece.repeat(LONGEST_MESSAGE / piece.length());

    for (var message : List.of(text, "repo=\"" + text, "pr=x.y" + text)) {
      var processorTime = assertTimeoutPreemptively(PATIENCE, () -> timeToRead(message));

      // Usually some hundredths of a second; the limit leaves room for a cold start, not for
      // quadratic time.
      assertThat(processorTime).isLessThan(Duration.ofSeconds(2));
    }
  }

  private static Duration timeToRead(String message) {
    var clock = ManagementFactory.getThreadMXBean();
    var start = clock.getCurrentThreadCpuTime();
    Grammar.parse(message);
    return Duration.ofNanos(clock.getCurrentThreadCpuTime() - start);
  }

  private static Stream<Problem> problems(Command command) {
    return command instanceof Command.Unclear(var problems, _) ? problems.stream() : Stream.empty();
  }
}
