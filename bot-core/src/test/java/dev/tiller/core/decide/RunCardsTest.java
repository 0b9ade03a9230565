package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Card;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.RepositorySource;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import java.net.URI;
import java.util.Optional;
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
            new Card.Fact("Repository", "acme/web (named in the request)"),
            new Card.Fact("From branch", "the repository's default"),
            new Card.Fact("Model", "Cursor's default"),
            new Card.Fact("Requested by", "Ann"));
    assertThat(Deciding.buttons(agent, agent.firstRun())).containsExactly("Open in Cursor", "Stop");
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
    var request =
        new AgentRequest(
            ANN,
            Repository.parse(repository).orElseThrow(),
            RepositorySource.MESSAGE,
            Optional.of("dev"),
            Optional.empty(),
            true);
    var success = Samples.success();
    var ending =
        new Ending(
            success.how(),
            success.at(),
            success.cause(),
            success.summary(),
            Optional.of("cursor/a b"),
            Optional.empty(),
            success.took(),
            success.spent(),
            success.files());

    assertThat(Links.changes(request, ending).map(URI::toString))
        .isEqualTo(Optional.ofNullable(changes));
    assertThat(Links.createPullRequest(request, ending).map(URI::toString))
        .isEqualTo(Optional.ofNullable(create));
  }
}
