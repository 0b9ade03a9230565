package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The table of options: everything that `key=value` can mean. Help texts are made from it.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable, its readers keep no state
public enum OptionName {
  REPO(
      "repo",
      List.of("repository", "repos", "repositories"),
      "repo=owner/name",
      "option.repo",
      "option.repo-expected",
      List.of(),
      (into, value) ->
          OptionValues.repositories(value)
              .map(into::repositories)
              .or(() -> OptionValues.repositoryName(value).map(into::repositoryName))),

  PR(
      "pr",
      List.of("mr", "pr_url", "prurl"),
      "pr=https://github.com/owner/name/pull/7",
      "option.pr",
      "option.pr-expected",
      List.of(),
      (into, value) -> OptionValues.pullRequest(value).map(into::pullRequest)),

  BRANCH(
      "branch",
      List.of(),
      "branch=name",
      "option.branch",
      "option.branch-expected",
      List.of(),
      (into, value) -> OptionValues.branch(value).map(into::branch)),

  MODEL(
      "model",
      List.of(),
      "model=name",
      "option.model",
      "option.model-expected",
      List.of(),
      (into, value) -> OptionValues.model(value).map(into::model)),

  AUTOPR(
      "autopr",
      List.of(),
      "autopr=yes|no",
      "option.autopr",
      "option.autopr-expected",
      OptionValues.ANSWERS,
      (into, value) -> OptionValues.truth(value).map(into::autoPr)),

  MODE(
      "mode",
      List.of(),
      "mode=plan|agent",
      "option.mode",
      "option.mode-expected",
      List.of("plan", "agent"),
      (into, value) -> OptionValues.mode(value).map(into::mode)),

  CURRENT_BRANCH(
      "current_branch",
      List.of("current-branch", "currentbranch"),
      "current_branch=yes|no",
      "option.current-branch",
      "option.current-branch-expected",
      OptionValues.ANSWERS,
      (into, value) -> OptionValues.truth(value).map(into::currentBranch)),

  MACHINE(
      "machine",
      List.of("worker", "private_worker", "private-worker"),
      "machine=name",
      "option.machine",
      "option.machine-expected",
      List.of(),
      (into, value) ->
          OptionValues.truth(value)
              .map(into::selfHosted)
              .or(() -> OptionValues.name(value).map(into::machine))),

  POOL(
      "pool",
      List.of(),
      "pool=name",
      "option.pool",
      "option.pool-expected",
      List.of(),
      (into, value) ->
          OptionValues.truth(value)
              .map(into::selfHosted)
              .or(() -> OptionValues.name(value).map(into::pool))),

  SELF_HOSTED(
      "self_hosted",
      List.of("self-hosted", "selfhosted"),
      "self_hosted=yes|no",
      "option.self-hosted",
      "option.self-hosted-expected",
      OptionValues.ANSWERS,
      (into, value) -> OptionValues.truth(value).map(into::selfHosted)),

  CONTEXT(
      "context",
      List.of("ctx"),
      "context=none|thread|last:N|mine",
      "option.context",
      "option.context-expected",
      List.of("none", "thread", "mine"),
      (into, value) -> ContextChoice.parse(value).map(into::context));

  /// What other programs call their workers and pools.
  private static final Set<String> NO_PLACES =
      Set.of(
          "async",
          "asyncio",
          "celery",
          "eventlet",
          "forks",
          "gevent",
          "gthread",
          "none",
          "null",
          "prefork",
          "process",
          "processes",
          "puma",
          "shared",
          "sidekiq",
          "solo",
          "sync",
          "thread",
          "threads",
          "tornado",
          "uvicorn");

  private final String key;
  private final List<String> aliases;
  private final String syntax;
  private final String description;
  private final String expected;
  private final List<String> choices;
  private final Reader reader;

  OptionName(
      String key,
      List<String> aliases,
      String syntax,
      String description,
      String expected,
      List<String> choices,
      Reader reader) {
    this.key = key;
    this.aliases = aliases;
    this.syntax = syntax;
    this.description = description;
    this.expected = expected;
    this.choices = choices;
    this.reader = reader;
  }

  /// All options, in the order in which help shows them.
  public static List<OptionName> all() {
    return List.of(values());
  }

  /// What stands before the `=`, in lower case.
  public String key() {
    return key;
  }

  /// Other words that mean the same.
  public List<String> aliases() {
    return aliases;
  }

  /// How it is written, for example `repo=owner/name`.
  public String syntax() {
    return syntax;
  }

  /// What it does, in a few words without a full stop.
  public String description() {
    return Texts.get(description);
  }

  /// What a wrong value is not, as the end of a sentence that begins "this is not".
  String expected() {
    return Texts.get(expected);
  }

  /// Whether a word with this name and value was written for us. Some names also stand in code,
  /// configuration and prose, with values that are none of ours: `mode=dark`, `pool=10`.
  boolean claims(String value, boolean misspelt) {
    return switch (this) {
      case PR -> !misspelt || OptionValues.pullRequest(value).isPresent();
      case MODE -> (value.isEmpty() && !misspelt) || isLikeMode(value);
      case MACHINE, POOL ->
          !value.matches("[0-9]+") && !NO_PLACES.contains(value.toLowerCase(Locale.ROOT));
      case CONTEXT -> ContextChoice.parse(value).isPresent() || isLikeContext(value);
      case REPO, BRANCH, MODEL, AUTOPR, CURRENT_BRANCH, SELF_HOSTED -> true;
    };
  }

  /// A word of its own in code: `context=this`.
  private boolean isLikeContext(String value) {
    return value.toLowerCase(Locale.ROOT).startsWith("last") || resemblingChoice(value).isPresent();
  }

  /// `ask` is a mode of Cursor's elsewhere.
  private boolean isLikeMode(String value) {
    var lower = value.toLowerCase(Locale.ROOT);
    return choices.stream().anyMatch(lower::startsWith)
        || lower.equals("ask")
        || resemblingChoice(value).isPresent();
  }

  /// Sets this option to the value; false when it is not a value of this option.
  boolean set(OptionsBuilder into, String value) {
    return reader.read(into, value).isPresent();
  }

  /// The one value that a misspelt value probably means, for options with few values.
  Optional<String> resemblingChoice(String written) {
    var value = written.toLowerCase(Locale.ROOT);
    var likely = choices.stream().filter(choice -> Spelling.isSlip(value, choice)).toList();
    return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
  }

  private interface Reader {
    /// Empty when it is no value.
    Optional<OptionsBuilder> read(OptionsBuilder into, String value);
  }
}
