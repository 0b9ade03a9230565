package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Card;
import dev.tiller.core.command.Command;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each value is told with its source, and nothing happens.
class ExplainingTest {

  private static final Known KNOWN =
      Known.of(
          List.of(WEB, repository("acme/api"), repository("acme/docs"), repository("o/docs")),
          List.of(new Model("opus-4", "Opus 4", Optional.empty(), List.of("opus"))));

  private static Repository repository(String name) {
    return Repository.parse(name).orElseThrow();
  }

  private static Background background(Preferences preferences, Optional<Recent> recent) {
    return new Background(preferences, recent, Optional.empty(), KNOWN, NOON);
  }

  private static Preferences preferences(Defaults channel, Defaults person, Defaults workspace) {
    var rules =
        List.of(
            new KeywordRule("frontend", WEB, false),
            new KeywordRule("backend", repository("acme/api"), false));
    return new Preferences(channel, person, workspace, rules, Map.of("site", WEB));
  }

  private static Decision explains(
      Conversation conversation, String request, Background background) {
    return OnMessage.decide(
        conversation,
        Deciding.message(conversation, ANN, "explain " + request),
        new Command.Explain(request),
        new Surroundings(
            () -> background,
            () -> Deciding.settings(conversation, ANN, background),
            Preferences.NONE,
            Deciding.RULES,
            Deciding.noon()));
  }

  private static String facts(Decision decision) {
    assertThat(Deciding.kinds(decision)).containsExactly(Effect.Say.class);
    var card = (Card) ((Effect.Say) decision.effects().getFirst()).post();
    assertThat(card.footnote()).contains("nothing was started");
    return card.facts().stream()
        .map(fact -> fact.name() + ": " + fact.value())
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "repo=acme/web fix it | Repository: acme/web (option repo=)",
        "repo=site fix it | Repository: acme/web (option repo=site)",
        "pr=https://github.com/acme/api/pull/7 fix | Repository: acme/api (of the pull request)",
        "pr=https://github.com/acme/api/pull/7 fix | Branch: the pull request’s",
        "pr=https://github.com/acme/api/pull/7 fix | Pull request: #7",
        "fix the frontend | Repository: acme/web (rule “frontend”)",
        "fix it | Repository: acme/docs (channel default)",
        "fix it | Branch: next (channel default)",
        "fix it | Model: opus-4 (your default)",
        "fix it | At the end: no pull request (workspace default)",
        "repo=acme/web fix it | Branch: the repository’s default",
        "branch=dev fix it | Branch: dev (option branch=)",
        "model=auto fix it | Model: Cursor’s choice (option model=)",
        "autopr=yes fix it | At the end: a pull request (option autopr=)",
        "mode=plan fix it | Mode: plan only",
        "join frontend and backend | Repository: I would ask which one: acme/web (rule “frontend”)"
            + ", acme/api (rule “backend”)",
        "fix the typo in docs | Repository: acme/docs (“in docs”)",
        "fix it in the api repo | Repository: acme/api (“api repo”)",
        "add a case in api | Repository: I would ask which one: acme/api (“in api”), acme/docs"
            + " (channel default)",
        "repo=docs fix it | Repository: I would ask which one: acme/docs (option repo=docs)",
        "repo=acme/wbe fix it | Repository: I would ask: Cursor does not list acme/wbe; likely"
            + " acme/web",
        "model=opsu fix it | Model: I would ask: Cursor does not list opsu (option model=); likely"
            + " opus-4",
      })
  void everyValueIsToldWithItsSource(String request, String line) {
    var its =
        preferences(
            Deciding.defaults("repo=acme/docs branch=next"),
            Deciding.defaults("model=opus-4"),
            Deciding.defaults("autopr=no"));

    var found = facts(explains(thread(), request, background(its, Optional.empty())));

    assertThat(found).contains(line);
  }

  @Test
  void recentWorkIsToldWithItsDay() {
    var recent = new Recent(WEB, NOON.minus(Duration.ofDays(3)));

    var found =
        facts(explains(thread(), "fix it", background(Preferences.NONE, Optional.of(recent))));

    assertThat(found)
        .contains("Repository: acme/web (you worked there on Tuesday)")
        .contains("Model: Cursor’s choice")
        .contains("At the end: a pull request (as usual)");
  }

  @Test
  void withoutARequestItTellsWhatHoldsForAnyTask() {
    var its = preferences(Deciding.defaults("repo=acme/web"), Defaults.NONE, Defaults.NONE);

    assertThat(facts(explains(thread(), "", background(its, Optional.empty()))))
        .contains("Repository: acme/web (channel default)");
  }

  @Test
  void inAThreadWithAnAgentAFollowUpIsExplained() {
    var conversation = thread(Samples.running());
    var none = background(Preferences.NONE, Optional.empty());

    var decision = explains(conversation, "go on", none);

    assertThat(Deciding.said(decision)).contains("A follow-up to agent 1").contains("acme/web");
    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(facts(explains(conversation, "agent repo=acme/api go on", none)))
        .contains("Repository: acme/api (option repo=)");
  }

  @ParameterizedTest
  @CsvSource({"rpeo=acme/web fix it, I would ask this first", "status, a command of mine"})
  void whatIsNoTaskIsSaidToBeNone(String request, String said) {
    var decision = explains(thread(), request, background(Preferences.NONE, Optional.empty()));

    assertThat(Deciding.said(decision)).contains(said);
    assertThat(Deciding.kinds(decision)).containsExactly(Effect.Say.class);
  }
}
