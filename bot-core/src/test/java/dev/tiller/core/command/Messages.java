package dev.tiller.core.command;

import dev.tiller.core.agents.Repository;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random messages and commands; the same seed gives the same ones.
final class Messages {

  /// What makes trouble in a message, and some of what does not.
  private static final List<String> FRAGMENTS =
      List.of(
          "fix",
          "the",
          "login",
          "größe",
          "🎉",
          "don't",
          "agent",
          "Agent",
          "stop",
          "help",
          "please",
          "--",
          "---",
          "`",
          "``",
          "```",
          "````",
          "`repo=x`",
          "```\nmodel=y\n```",
          "\"",
          "'",
          "“",
          "”",
          "=",
          "repo=",
          "repo=acme/web",
          "REPO=acme/api",
          "repo=\"acme/web\"",
          "repo=“acme/web”",
          "repo=web",
          "repo=https://git.example.com/a/b.git",
          "repo=https://x.y/%zz/a",
          "branch=dev",
          "branch='a b'",
          "branch=\"",
          "branch=-x",
          "branch=\u202Ex\uD800",
          "model=gpt-5.2",
          "model=auto",
          "model=`x`",
          "autopr=yes",
          "autoPR=ture",
          "rep=acme/web",
          "brnach=dev",
          "auto_pr=no",
          "modle=",
          "mode=x",
          ".",
          ",",
          "?",
          "\\",
          "\u0000",
          "\u00A0",
          "\u200B",
          "\uD800",
          "    code()",
          "- item",
          "{}");

  private static final List<String> GAPS =
      List.of(" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "");

  private final Random random;

  Messages(long seed) {
    random = new Random(seed);
  }

  /// Any text at all.
  String noise() {
    var characters = random.ints(random.nextInt(40), 0, Character.MAX_VALUE + 1);
    return characters.mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
  }

  /// A message of pieces that mean something to the grammar.
  String message() {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(_ -> one(FRAGMENTS) + one(GAPS))
        .collect(Collectors.joining());
  }

  /// A command that the grammar could have made.
  Command command() {
    return switch (random.nextInt(10)) {
      case 0 -> one(CommandWord.all()).command().orElseGet(Command.Nothing::new);
      case 1 -> one(CommandWord.all()).meaning().of(below(1000)).orElseGet(Command.Nothing::new);
      case 2 ->
          one(CommandWord.all())
              .meaning()
              .of(one(List.of("web", "gpt-5.2", "größe", "7")))
              .orElseGet(Command.Nothing::new);
      case 3, 4 -> new Command.NewAgent(prompt(), options());
      default -> new Command.Ask(prompt(), options());
    };
  }

  Options options() {
    return new Options(
        perhaps(() -> one(List.of("acme/web", "git@x.org:a/b/c.d", "https://h.io:81/a/b.", "a/b-")))
            .map(written -> Repository.parse(written).orElseThrow()),
        perhaps(() -> one(List.of("dev", "fix/#1-ä", "v1!", "a,b", "=", "x@y", "naïve_", "…"))),
        perhaps(() -> one(List.of("gpt-5.2", "a/b:c", "x.", "composer-1+"))),
        perhaps(random::nextBoolean));
  }

  private String prompt() {
    var prompt = Whitespace.trimOuterLines(message());
    return prompt.isEmpty() ? one(List.of("stop", "agent", "x", "-- y", "repo=a/b")) : prompt;
  }

  private <T> Optional<T> perhaps(Supplier<T> value) {
    return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
