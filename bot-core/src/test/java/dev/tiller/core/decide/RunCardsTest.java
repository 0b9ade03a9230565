package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Card;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCardsTest {

  @Test
  void theLaunchCardSaysWhatWasChosenAndWhy() {
    var agent = Samples.running();

    var card = RunCards.card(agent, agent.firstRun());

    assertThat(card.title()).isEqualTo("Agent at work");
    assertThat(card.lead()).isEqualTo("fix the login bug");
    assertThat(card.facts())
        .contains(
            new Card.Fact("Repository", "acme/web (option repo=)"),
            new Card.Fact("From branch", "the repository’s default"),
            new Card.Fact("Model", "Cursor’s choice"),
            new Card.Fact("Requested by", "Ann"));
    assertThat(Deciding.buttons(agent, agent.firstRun()))
        .containsExactly("Stop", "Add follow-up", "Open in Cursor", "Switch repository");
  }

  @Test
  void theLaunchCardSaysWhatIsOutOfTheOrdinary() {
    var agent = Samples.running(Samples.everyOption());

    assertThat(RunCards.card(agent, agent.firstRun()).facts())
        .containsExactly(
            new Card.Fact("Repository", "acme/web (option repo=)"),
            new Card.Fact("Pull request", "#7, pushing to its branch"),
            new Card.Fact("Also in", "acme/api, git.example.com/a/b"),
            new Card.Fact("Model", "Cursor’s choice"),
            new Card.Fact("Runs on", "pool gpu"),
            new Card.Fact("Mode", "plan only"),
            new Card.Fact("Requested by", "Ann"));
  }

  @Test
  void manyRepositoriesAreCountedNotListed() {
    var repositories =
        Stream.of("a/1", "a/2", "a/3", "a/4", "a/5")
            .map(name -> Repository.parse(name).orElseThrow())
            .toList();
    var options =
        new LaunchOptions(
            Optional.empty(),
            repositories,
            false,
            true,
            Optional.of(new LaunchOptions.Place(LaunchOptions.Kind.POOL, Optional.empty())));
    var agent = Samples.running(options);

    assertThat(RunCards.card(agent, agent.firstRun()).facts())
        .contains(
            new Card.Fact("Also in", "a/1, a/2, a/3 and 2 more"),
            new Card.Fact("From branch", "the repository’s default, pushing to its branch"),
            new Card.Fact("Runs on", "the default pool"));
  }

  @Test
  void aFollowUpWithAModelSaysThatItStays() {
    var agent = Samples.finished();
    var run =
        Run.asked(
            UUID.randomUUID(),
            2,
            ANN,
            Optional.empty(),
            "go on",
            new RunOptions(Optional.empty(), Optional.of("opus")),
            RunPhase.STARTING,
            Samples.NOON);

    assertThat(RunCards.card(agent.plus(run), run).facts())
        .contains(new Card.Fact("Model", "opus, from now on"));
  }

  @Test
  void whatWasPushedToTheCurrentBranchIsComparedWithTheDefault() {
    var options = new LaunchOptions(Optional.empty(), List.of(), false, true, Optional.empty());
    var ending = pushed("dev");

    assertThat(Links.changes(request("acme/web", Optional.of("dev"), options), ending))
        .contains(URI.create("https://github.com/acme/web/compare/dev"));
    assertThat(Links.createPullRequest(request("acme/web", Optional.empty(), options), ending))
        .isEmpty();
  }

  @Test
  void theFallbackSaysAllTheCardSays() {
    var agent = Samples.finished();

    assertThat(RunCards.card(agent, agent.firstRun()).fallback())
        .contains("Pull request ready")
        .contains("acme/web")
        .contains("Fixed it.")
        .contains("View pull request: https://github.com/acme/web/pull/7")
        .contains("Took: 55 s");
  }

  @Test
  void waitingPromptsShowTheirPlace() {
    var running = Samples.running();
    var one = running.plus(Samples.followUp(running, RunPhase.WAITING));
    var two = one.plus(Samples.followUp(one, RunPhase.WAITING));

    assertThat(RunCards.card(two, two.runs().get(1)).title()).isEqualTo("Waiting, next in line");
    assertThat(RunCards.card(two, two.runs().get(2)).title()).isEqualTo("Waiting, 2nd in line");
  }

  @Test
  void aCardCarriesItsNumberWherePeopleHaveToTellAgentsApartAndInSmallPrintElsewhere() {
    var agent = Samples.finished();

    var alone = RunCards.card(agent, agent.firstRun(), false);
    var among = RunCards.card(agent, agent.firstRun(), true);

    assertThat(alone.title()).isEqualTo("Pull request ready");
    assertThat(alone.footnote()).isEqualTo("#1");
    assertThat(among.title()).isEqualTo("#1 · Pull request ready");
    assertThat(RunCards.withoutSummary(agent, agent.firstRun(), true).title())
        .isEqualTo(among.title());
  }

  @ParameterizedTest
  @CsvSource({
    "acme/web, https://github.com/acme/web/compare/dev...cursor/a%20b,"
        + " https://github.com/acme/web/compare/dev...cursor/a%20b?expand=1",
    "gitlab.com/acme/web, https://gitlab.com/acme/web/-/tree/cursor/a%20b,"
        + " https://gitlab.com/acme/web/-/merge_requests/new"
        + "?merge_request%5Bsource_branch%5D=cursor%2Fa+b",
    "git.example.com/acme/web, ,"
  })
  void linksAreMadeForKnownHostsOnly(String repository, String changes, String create) {
    var request = request(repository, Optional.of("dev"), LaunchOptions.NONE);
    var ending = pushed("cursor/a b");

    assertThat(Links.changes(request, ending).map(URI::toString))
        .isEqualTo(Optional.ofNullable(changes));
    assertThat(Links.createPullRequest(request, ending).map(URI::toString))
        .isEqualTo(Optional.ofNullable(create));
  }

  private static AgentRequest request(
      String repository, Optional<String> branch, LaunchOptions options) {
    return new AgentRequest(
        ANN,
        Repository.parse(repository).orElseThrow(),
        branch,
        Optional.empty(),
        true,
        options,
        Samples.SOURCES);
  }

  private static Ending pushed(String branch) {
    var success = Samples.success();
    return new Ending(
        success.how(),
        success.at(),
        success.cause(),
        success.summary(),
        Optional.of(branch),
        Optional.empty(),
        success.took(),
        success.spent(),
        success.files());
  }
}
