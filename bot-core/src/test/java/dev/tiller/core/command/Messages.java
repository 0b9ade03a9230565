package dev.tiller.core.command;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.WordsEdit;
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
          "mode=plan",
          "mode=paln",
          "mdoe=plan",
          "pr=https://github.com/acme/web/pull/7",
          "pr=7",
          "[repo=acme/web]",
          "[repo=acme/web, branch=dev",
          "(model=x)",
          "--repo",
          "--branch dev",
          "—autopr",
          "@repo:acme/web",
          "repo: acme/web",
          "branch:dev",
          "MODEL=gpt-4",
          "FOO=1",
          "repo =",
          "explain",
          "dry run",
          "settings",
          "followups=team",
          "unset",
          "rules add",
          "give",
          "@U1",
          "mute",
          "why",
          "aliases remove",
          "repo=acme/web,acme/api",
          "machine=one",
          "pool=gpu",
          "pool=3",
          "self_hosted=yes",
          "self_hosted=no",
          "current_branch=yes",
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

  private static final List<String> PULL_REQUESTS =
      List.of(
          "https://github.com/acme/web/pull/7",
          "https://gitlab.com/a/b/c/-/merge_requests/3",
          "https://bitbucket.org/a/b/pull-requests/1",
          "https://dev.azure.com/a/b/_git/c/pullrequest/9");

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
    return switch (random.nextInt(14)) {
      case 13 -> new Command.Give(perhaps(() -> below(1000)), one(List.of("U1", "ben", "?29:1-x")));
      case 10 -> new Command.Explain(Whitespace.strip(prompt()));
      case 11 -> settings();
      case 12 -> new Command.Words(edit());
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

  private Command.Settings settings() {
    var values =
        java.util.Map.of(
            SettingName.REPOSITORY, List.of("acme/web", "gitlab.com/a/b"),
            SettingName.BRANCH, List.of("dev", "v1!", "auto", "fix/#1-ä"),
            SettingName.MODEL, List.of("gpt-5.2", "auto", "a/b:c"),
            SettingName.AUTOPR, List.of("yes", "no"),
            SettingName.CONTEXT, List.of("none", "last:7"),
            SettingName.FOLLOW_UPS, List.of("owner", "team", "@U1,@U2"),
            SettingName.SUMMARY_OUTSIDE, List.of("no"),
            SettingName.LISTEN, List.of("yes"),
            SettingName.QUIET, List.of("no"),
            SettingName.LANGUAGE, List.of("en", "de"));
    var changes =
        java.util.Arrays.stream(SettingName.values())
            .filter(_ -> random.nextInt(3) == 0)
            .map(name ->
                new SettingChange(name, perhaps(() -> one(values.getOrDefault(name, List.of())))))
            .toList();
    return new Command.Settings(perhaps(() -> one(List.of(Scope.values()))), changes);
  }

  private WordsEdit edit() {
    var kind = one(List.of(WordsEdit.Kind.values()));
    var word =
        one(List.of("frontend", "the pay-wall", "größe", "c++", "add", "a/b", "to", "remove it"));
    return switch (random.nextInt(3)) {
      case 0 -> new WordsEdit.Show(kind);
      case 1 -> new WordsEdit.Add(kind, word, Repository.parse("acme/web").orElseThrow());
      default -> new WordsEdit.Remove(kind, word);
    };
  }

  private static final List<Pick> MODELS =
      List.of(
          new Pick.Named("gpt-5.2"),
          new Pick.Named("a/b:c"),
          new Pick.Named("x."),
          new Pick.Named("composer-1+"),
          new Pick.Auto());

  private static final List<String> CONTEXTS = List.of("none", "thread", "last:20", "mine");

  Options options() {
    var pullRequest = perhaps(() -> PullRequest.parse(one(PULL_REQUESTS)).orElseThrow());
    var branch =
        perhaps(() -> one(List.of("dev", "fix/#1-ä", "v1!", "a,b", "=", "x@y", "naïve_", "…")));
    var machine = perhaps(() -> one(List.of("build-7.local", "x", "a:b+")));
    var pool = perhaps(() -> one(List.of("gpu", Options.DEFAULT_POOL, "p.")));
    return new Options(
        pullRequest.isPresent() || machine.isPresent() || pool.isPresent()
            ? List.of()
            : repositories(),
        pullRequest,
        branch.filter(_ -> pullRequest.isEmpty()).map(Pick.Named::new),
        perhaps(() -> one(MODELS)),
        perhaps(random::nextBoolean),
        perhaps(() -> one(List.of(Mode.values()))),
        perhaps(random::nextBoolean),
        machine,
        pool.filter(_ -> machine.isEmpty()),
        Optional.empty(),
        perhaps(() -> ContextChoice.parse(one(CONTEXTS)).orElseThrow()));
  }

  private List<Repository> repositories() {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(
            _ -> one(List.of("acme/web", "git@x.org:a/b/c.d", "https://h.io:81/a/b.", "a/b-")))
        .map(written -> Repository.parse(written).orElseThrow())
        .distinct()
        .toList();
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
