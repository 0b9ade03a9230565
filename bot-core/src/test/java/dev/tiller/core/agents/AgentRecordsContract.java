package dev.tiller.core.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import dev.tiller.core.agents.CloudAgents.Feature;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [AgentRecords] must do, shown against a service as [CloudAgentsContract] wants it.
public interface AgentRecordsContract {

  /// Connected with a key that the service takes.
  CloudService service();

  private AgentRecords records() {
    return service().records();
  }

  private boolean has(Feature feature) {
    return service().agents().abilities().features().contains(feature);
  }

  private Launched launch(String prompt) {
    return service()
        .agents()
        .launch(
            new LaunchRequest(
                UUID.randomUUID(),
                prompt,
                new Repository(URI.create("https://github.com/acme/web")),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty()));
  }

  private void settle(Launched launched, Optional<RunId> run) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> service().agents().look(launched.agent(), run).state().terminal());
  }

  /// A launch whose run is over.
  default Launched settled(String prompt) {
    var launched = launch(prompt);
    settle(launched, launched.run());
    return launched;
  }

  private Optional<RunId> followUp(Launched launched, String prompt) {
    var known = launched.run().map(Set::of).orElse(Set.of());
    var accepted =
        service().agents().followUp(launched.agent(), new FollowUp(prompt, Instant.now(), known));
    settle(launched, accepted.run());
    return accepted.run();
  }

  @Test
  default void anAgentIsReadAsItWasLaunched() {
    var launched = launch("Fix the login bug #slow");

    var agent = records().get(launched.agent());

    assertThat(agent.id()).isEqualTo(launched.agent());
    assertThat(agent.name()).isPresent();
    assertThat(agent.standing()).isEqualTo(Standing.AT_WORK);
    assertThat(agent.page()).isEqualTo(launched.page());
    assertThat(agent.repositories()).extracting(Repository::display).containsExactly("acme/web");
    assertThat(agent.createdAt()).isPresent();
    assertThat(agent.latestRun()).isEqualTo(launched.run());
  }

  @Test
  default void anAgentWhoseRunIsOverIsIdle() {
    var launched = settled("Fix the login bug");

    assertThat(records().get(launched.agent()).standing()).isEqualTo(Standing.IDLE);
  }

  @Test
  default void agentsAreListedNewestFirstPageByPage() {
    var ids = List.of(launch("one").agent(), launch("two").agent(), launch("three").agent());

    var first = records().list(2, Optional.empty());
    var second = records().list(2, first.next());

    var listed = new ArrayList<AgentId>();
    first.items().forEach(agent -> listed.add(agent.id()));
    second.items().forEach(agent -> listed.add(agent.id()));
    assertThat(first.items()).hasSize(2);
    assertThat(listed).startsWith(ids.get(2), ids.get(1), ids.get(0)).doesNotHaveDuplicates();
  }

  @Test
  default void thePagesOfAListComeToAnEnd() {
    launch("one");
    launch("two");
    var seen = new ArrayList<AgentId>();
    var next = Optional.<String>empty();
    do {
      var page = records().list(100, next);
      page.items().forEach(agent -> seen.add(agent.id()));
      next = page.next();
    } while (next.isPresent());

    assertThat(seen).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
  }

  @Test
  default void aPageHasOneToAHundredItems() {
    assertThatThrownBy(() -> records().list(0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> records().list(101, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void runsAreListedNewestFirstWhereTheServiceHasThem() {
    var launched = settled("Fix the login bug");
    var second = followUp(launched, "Add a test");

    var page = records().runs(launched.agent(), 10, Optional.empty());

    assertThat(page.next()).isEmpty();
    if (service().agents().abilities().runs()) {
      assertThat(page.items())
          .extracting(RunRecord::id)
          .containsExactly(second.orElseThrow(), launched.run().orElseThrow());
      assertThat(page.items()).allMatch(run -> run.state() == RunState.FINISHED);
      assertThat(page.items()).allMatch(run -> run.createdAt().isPresent());
    } else {
      assertThat(page.items()).isEmpty();
    }
  }

  @Test
  default void runsComeInPages() {
    var launched = settled("Fix the login bug");
    followUp(launched, "Add a test");

    var first = records().runs(launched.agent(), 1, Optional.empty());

    if (service().agents().abilities().runs()) {
      var second = records().runs(launched.agent(), 1, first.next());
      assertThat(second.items()).extracting(RunRecord::id).containsExactly(launched.run().get());
      assertThat(second.next()).isEmpty();
    }
  }

  @Test
  default void aConversationHasWhatBothSaidOldestFirst() {
    var launched = settled("Fix the login bug");
    followUp(launched, "Add a test");

    var conversation = records().conversation(launched.agent(), Map.of());

    assertThat(conversation)
        .extracting(Message::author)
        .startsWith(Author.PERSON, Author.AGENT)
        .endsWith(Author.AGENT);
    assertThat(conversation)
        .filteredOn(message -> message.author() == Author.PERSON)
        .extracting(Message::text)
        .containsExactly("Fix the login bug", "Add a test");
    assertThat(conversation).noneMatch(message -> message.text().isBlank());
  }

  @Test
  default void promptsThatAreKnownAreUsedWhereTheServiceDoesNotTellThem() {
    var launched = settled("Fix the login bug");
    var known = launched.run().map(run -> Map.of(run, "What we had asked for")).orElse(Map.of());

    var said = records().conversation(launched.agent(), known).getFirst();

    assertThat(said.author()).isEqualTo(Author.PERSON);
    assertThat(said.text())
        .isEqualTo(launched.run().isPresent() ? "What we had asked for" : "Fix the login bug");
  }

  @Test
  default void anAgentIsArchivedAndBroughtBackAnyNumberOfTimes() {
    var launched = settled("Fix the login bug");
    if (!has(Feature.ARCHIVE)) {
      assertThatThrownBy(() -> records().archive(launched.agent()))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> records().unarchive(launched.agent()))
          .isInstanceOf(UnsupportedOperationException.class);
      return;
    }

    records().archive(launched.agent());
    records().archive(launched.agent());

    assertThat(records().get(launched.agent()).standing()).isEqualTo(Standing.ARCHIVED);
    assertThatThrownBy(() -> followUp(launched, "Add a test")).isInstanceOf(Refused.class);

    records().unarchive(launched.agent());
    records().unarchive(launched.agent());

    assertThat(records().get(launched.agent()).standing()).isEqualTo(Standing.IDLE);
  }

  @Test
  default void aDeletedAgentIsGoneAndDeletingItAgainIsFine() {
    var launched = settled("Fix the login bug");

    records().delete(launched.agent());
    records().delete(launched.agent());

    assertThatThrownBy(() -> records().get(launched.agent())).isInstanceOf(Gone.class);
    assertThat(records().list(100, Optional.empty()).items())
        .extracting(AgentRecord::id)
        .doesNotContain(launched.agent());
  }

  @Test
  default void usageIsToldForEachRunWhereTheServiceKnowsIt() {
    var launched = settled("Fix the login bug");
    if (!has(Feature.USAGE)) {
      assertThatThrownBy(() -> records().usage(launched.agent()))
          .isInstanceOf(UnsupportedOperationException.class);
      return;
    }

    var usage = records().usage(launched.agent());

    var total = usage.total();
    assertThat(total.total())
        .isPositive()
        .isEqualTo(total.input() + total.output() + total.cacheWrite() + total.cacheRead());
    assertThat(usage.runs())
        .extracting(Usage.OfRun::run)
        .containsExactly(launched.run().orElseThrow());
    assertThat(usage.runs().getFirst().tokens()).isEqualTo(total);
  }

  @Test
  default void anAgentThatNobodyKnowsIsGone() {
    var nobody = new AgentId("bc-" + UUID.randomUUID());

    assertThatThrownBy(() -> records().get(nobody)).isInstanceOf(Gone.class);
    assertThatThrownBy(() -> records().conversation(nobody, Map.of())).isInstanceOf(Gone.class);
    assertThatThrownBy(() -> records().artifacts(nobody)).isInstanceOf(Gone.class);
    if (has(Feature.ARCHIVE)) {
      assertThatThrownBy(() -> records().archive(nobody)).isInstanceOf(Gone.class);
    }
    records().delete(nobody);
  }
}
