package dev.tiller.app.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecords.Content;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunEvent;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.cursor.ApiKey;
import dev.tiller.core.cursor.ApiVersion;
import dev.tiller.core.cursor.CursorClients;
import dev.tiller.core.cursor.CursorConnection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The examples of docs/cursor-api.md, run as they stand there; [CursorApiDocumentTest] compares.
class CursorApiExamplesTest {

  private static CursorStandInHarness harness;

  private final List<String> seen = new ArrayList<>();
  private CloudService service;

  @BeforeAll
  static void start() throws IOException {
    harness = new CursorStandInHarness(ApiVersion.V1);
  }

  @AfterAll
  static void stop() {
    harness.close();
  }

  @BeforeEach
  void connect() {
    service = harness.service("crsr_good");
  }

  @Test
  void aClientIsMade() {
    var base = harness.url();
    var key = "crsr_good";
    // example
    var connection = CursorConnection.of(base, new ApiKey(key));
    var client = CursorClients.httpClient(connection);
    var service = CursorClients.of(ApiVersion.V1, connection, client, InstantSource.system());
    // end of example
    assertThat(service.account().me().key()).isNotBlank();
    client.shutdownNow();
  }

  @Test
  void anAgentIsLaunchedAndFound() {
    // example
    var request =
        new LaunchRequest(
            UUID.randomUUID(), // the agent's id is made of it
            "Fix the login bug",
            Repository.parse("acme/web").orElseThrow(),
            Optional.of("main"), // empty: the default branch
            Optional.empty(), // empty: the default model
            true, // open a pull request
            Optional.empty()); // v0: where endings are reported
    var launched = service.agents().launch(request);
    // end of example
    assertThat(launched.agent().value()).startsWith("bc-");

    // example
    Optional<Launched> found = service.agents().findLaunch(request);
    // end of example
    assertThat(found).contains(launched);
  }

  @Test
  void anAgentIsSteered() {
    var launched = launch("Fix the login bug");
    var agent = launched.agent();
    var run = launched.run();
    // example
    service.agents().stream(
        agent,
        run.orElseThrow(),
        Optional.empty(),
        event -> {
          if (event instanceof RunEvent.Step(var text, _)) {
            seen.add(text);
          }
        });
    // end of example
    assertThat(seen).isNotEmpty();
    await().until(() -> service.agents().look(agent, run).state().terminal());

    // example
    var report = service.agents().look(agent, run);
    if (report.state() == RunState.FINISHED) {
      report.changes().forEach(change -> change.pullRequest().ifPresent(this::show));
    }
    // end of example
    assertThat(seen.getLast()).contains("/pull/");

    // example
    var prompt = new FollowUp("Add a test", Instant.now(), Set.of(run.orElseThrow()));
    var accepted = service.agents().followUp(agent, prompt);
    // end of example
    // example
    var lost = service.agents().findFollowUp(agent, prompt);
    // end of example
    assertThat(lost).contains(accepted);
  }

  @Test
  void aRunIsStopped() {
    var launched = launch("Fix the login bug #slow");
    // example
    service.agents().cancel(launched.agent(), launched.run());
    // end of example
    assertThat(service.agents().look(launched.agent(), launched.run()).state())
        .isEqualTo(RunState.CANCELLED);
  }

  @Test
  void agentsAreListed() {
    var mine = launch("Fix the login bug").agent();
    var all = new ArrayList<AgentId>();
    // example
    var page = service.records().list(100, Optional.empty());
    page.items().forEach(agent -> all.add(agent.id()));
    while (page.next().isPresent()) {
      page = service.records().list(100, page.next());
      page.items().forEach(agent -> all.add(agent.id()));
    }
    // end of example
    assertThat(all).contains(mine);
  }

  @Test
  void anAgentIsRead() {
    var launched = launch("Fix the login bug");
    var agent = launched.agent();
    await().until(() -> service.agents().look(agent, launched.run()).state().terminal());
    // example
    AgentRecord record = service.records().get(agent);
    // end of example
    assertThat(record.standing()).isEqualTo(AgentRecord.Standing.IDLE);

    // example
    var runs = service.records().runs(agent, 20, Optional.empty()).items();
    // end of example
    assertThat(runs).hasSize(1);

    // example
    for (var message : service.records().conversation(agent, Map.of())) {
      seen.add(message.author() + ": " + message.text());
    }
    // end of example
    assertThat(seen).first().isEqualTo("PERSON: Fix the login bug");

    // example
    var usage = service.records().usage(agent);
    seen.add(usage.total().total() + " tokens");
    // end of example
    assertThat(usage.total().total()).isPositive();
  }

  @Test
  void artifactsAreFetched() {
    var agent = launchWithArtifacts();
    // example
    for (var artifact : service.records().artifacts(agent)) {
      switch (service.records().fetch(agent, artifact, 10 << 20)) {
        case Content.Bytes(var bytes, var type) ->
            seen.add(artifact.name() + " " + type + " " + bytes.length);
        case Content.TooLarge() -> seen.add(artifact.name() + " is too large");
      }
    }
    // end of example
    assertThat(seen).isNotEmpty();
  }

  @Test
  void agentsAreTidiedUp() {
    var agent = launch("Fix the login bug").agent();
    // example
    service.records().archive(agent);
    service.records().unarchive(agent);
    // end of example
    assertThat(service.records().get(agent).standing()).isNotEqualTo(AgentRecord.Standing.ARCHIVED);

    // example
    service.records().delete(agent);
    // end of example
    assertThat(service.agents().findLaunch(request("never"))).isEmpty();
  }

  @Test
  void theAccountIsRead() {
    // example
    var owner = service.account().me();
    seen.add(owner.key() + " of " + owner.email().orElse("a service account"));
    // end of example
    assertThat(seen.getFirst()).contains("@");

    // example
    List<Account.Model> models = service.account().models();
    // end of example
    assertThat(models).isNotEmpty();

    // example
    List<Repository> repositories = service.account().repositories();
    // end of example
    assertThat(repositories).isNotEmpty();
  }

  @Test
  void failuresAreNamedForWhatCanBeDoneNext() {
    var request = request("Fix the login bug #plan");
    // example
    try {
      service.agents().launch(request);
    } catch (CloudAgentsException failure) {
      switch (failure) {
        case CloudAgentsException.Refused refused -> seen.add("mend " + refused.reason());
        case CloudAgentsException.NotNow later -> seen.add("repeat after " + later.delay());
        case CloudAgentsException.Busy _ -> seen.add("wait for the run's end");
        case CloudAgentsException.Gone _ -> seen.add("begin anew");
        case CloudAgentsException.AlreadyLaunched _ -> seen.add("use findLaunch");
        case CloudAgentsException.OutcomeUnknown _ -> seen.add("look before repeating");
      }
    }
    // end of example
    assertThat(seen).containsExactly("mend PLAN");
  }

  private void show(URI link) {
    seen.add(link.toString());
  }

  private static LaunchRequest request(String prompt) {
    return new LaunchRequest(
        UUID.randomUUID(),
        prompt,
        new Repository(URI.create("https://github.com/acme/web")),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty());
  }

  private Launched launch(String prompt) {
    return service.agents().launch(request(prompt));
  }

  private AgentId launchWithArtifacts() {
    var launched = launch("Fix the login bug #only-log");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !service.records().artifacts(launched.agent()).isEmpty());
    return launched.agent();
  }
}
