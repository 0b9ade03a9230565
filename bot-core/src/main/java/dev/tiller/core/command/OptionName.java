package dev.tiller.core.command;

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
      "the repository to work in, or its address; several with commas between",
      "a repository. Write owner/name, or its web or ssh address; several with commas between.",
      List.of(),
      (into, value) ->
          OptionValues.repositories(value)
              .map(into::repositories)
              .or(() -> OptionValues.repositoryName(value).map(into::repositoryName))),

  PR(
      "pr",
      List.of("mr", "pr_url", "prurl"),
      "pr=https://github.com/owner/name/pull/7",
      "the pull or merge request to work on",
      "a pull request. Write its web address, like https://github.com/acme/web/pull/7.",
      List.of(),
      (into, value) -> OptionValues.pullRequest(value).map(into::pullRequest)),

  BRANCH(
      "branch",
      List.of(),
      "branch=name",
      "the branch to start from",
      "the name of a branch. Write it without spaces, like main or fix/login.",
      List.of(),
      (into, value) -> OptionValues.branch(value).map(into::branch)),

  MODEL(
      "model",
      List.of(),
      "model=name",
      "the model to use; auto leaves the choice to Cursor",
      "the name of a model. Write it as one word, or auto.",
      List.of(),
      (into, value) -> OptionValues.model(value).map(into::model)),

  AUTOPR(
      "autopr",
      List.of(),
      "autopr=yes|no",
      "whether to open a pull request at the end",
      "an answer. Write autopr=yes or autopr=no.",
      OptionValues.ANSWERS,
      (into, value) -> OptionValues.truth(value).map(into::autoPr)),

  MODE(
      "mode",
      List.of(),
      "mode=plan|agent",
      "plan only says how the task would be done",
      "a mode. Write mode=plan or mode=agent.",
      List.of("plan", "agent"),
      (into, value) -> OptionValues.mode(value).map(into::mode)),

  CURRENT_BRANCH(
      "current_branch",
      List.of("current-branch", "currentbranch"),
      "current_branch=yes|no",
      "whether to push to the branch it starts from instead of a new one",
      "an answer. Write current_branch=yes or current_branch=no.",
      OptionValues.ANSWERS,
      (into, value) -> OptionValues.truth(value).map(into::currentBranch)),

  MACHINE(
      "machine",
      List.of("worker", "private_worker", "private-worker"),
      "machine=name",
      "the self-hosted machine to run on",
      "the name of a machine. Write it as one word.",
      List.of(),
      (into, value) ->
          OptionValues.truth(value)
              .map(into::selfHosted)
              .or(() -> OptionValues.name(value).map(into::machine))),

  POOL(
      "pool",
      List.of(),
      "pool=name",
      "the self-hosted pool to run in; default is the default one",
      "the name of a pool. Write it as one word, or default.",
      List.of(),
      (into, value) ->
          OptionValues.truth(value)
              .map(into::selfHosted)
              .or(() -> OptionValues.name(value).map(into::pool))),

  SELF_HOSTED(
      "self_hosted",
      List.of("self-hosted", "selfhosted"),
      "self_hosted=yes|no",
      "whether to run in the default self-hosted pool",
      "an answer. Write self_hosted=yes or self_hosted=no.",
      OptionValues.ANSWERS,
      (into, value) -> OptionValues.truth(value).map(into::selfHosted)),

  CONTEXT(
      "context",
      List.of("ctx"),
      "context=none|thread|last:N|mine",
      "how much of the thread goes along with the task",
      "a choice. Write context=none, context=thread, context=last:20 or context=mine.",
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
    return description;
  }

  /// What a value is, as the end of a sentence that begins "this is not".
  String expected() {
    return expected;
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
