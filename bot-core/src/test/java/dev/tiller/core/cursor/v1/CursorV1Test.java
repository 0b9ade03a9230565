package dev.tiller.core.cursor.v1;

import static dev.tiller.core.cursor.ScriptedCursor.NOW;
import static dev.tiller.core.cursor.ScriptedCursor.fixture;
import static dev.tiller.core.cursor.ScriptedCursor.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.Accepted;
import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.AlreadyLaunched;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.Image;
import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.cursor.ScriptedCursor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorV1Test {

  private static final AgentId AGENT = new AgentId("bc-1a2b3c4d-0000-4000-8000-00000000000a");
  private static final RunId RUN = new RunId("run-00000000-0000-4000-8000-000000000001");
  private static final String RUN_PATH = "/v1/agents/" + AGENT + "/runs/" + RUN;

  private static final Image PICTURE = new Image("image/png", new byte[] {1, 2, 3});

  private final ScriptedCursor cursor = new ScriptedCursor();

  @AfterEach
  void close() {
    cursor.close();
  }

  @Test
  void aLaunchNamesTheAgentAfterItselfAndLeavesOutWhatIsAbsent() {
    cursor.server.answer(201, fixture("v1-created.json"));

    var launched = cursor.v1().launch(request("Fix the \"login\" bug"));

    assertThat(launched)
        .isEqualTo(
            new Launched(
                AGENT, Optional.of(RUN), URI.create("https://cursor.com/agents/" + AGENT)));
    assertSent(
        "POST /v1/agents",
        """
        {"agentId":"bc-1a2b3c4d-0000-4000-8000-00000000000a",\
        "prompt":{"text":"Fix the \\"login\\" bug"},\
        "repos":[{"url":"https://github.com/acme/web"}],"autoCreatePR":true}\
        """);
  }

  @Test
  void aLaunchSendsBranchAndModelWhereTheyAreGivenAndNoWebhook() {
    cursor.server.answer(201, fixture("v1-created.json"));
    var plain = request("Fix it");
    var webhook =
        new LaunchRequest.Webhook(URI.create("https://bot.example.com/hook"), "s".repeat(40));

    cursor
        .v1()
        .launch(
            new LaunchRequest(
                plain.launch(),
                plain.prompt(),
                plain.repository(),
                Optional.of("release/2"),
                Optional.of("gpt-5"),
                false,
                Optional.of(webhook)));

    assertSent(
        "POST /v1/agents",
        """
        {"agentId":"bc-1a2b3c4d-0000-4000-8000-00000000000a","prompt":{"text":"Fix it"},\
        "model":{"id":"gpt-5"},\
        "repos":[{"url":"https://github.com/acme/web","startingRef":"release/2"}],\
        "autoCreatePR":false}\
        """);
  }

  @Test
  void aLaunchSendsAllThatItWasAskedForWith() {
    cursor.server.answer(201, fixture("v1-created.json"));

    cursor.v1().launch(ScriptedCursor.request("Fix it", Samples.everyOption(), PICTURE));

    assertSent(
        "POST /v1/agents",
        """
        {"agentId":"bc-1a2b3c4d-0000-4000-8000-00000000000a",\
        "prompt":{"text":"Fix it","images":[{"data":"AQID","mimeType":"image/png"}]},\
        "env":{"type":"pool","name":"gpu"},\
        "repos":[{"url":"https://github.com/acme/web","prUrl":"https://github.com/acme/web/pull/7"},\
        {"url":"https://github.com/acme/api"},{"url":"https://git.example.com/a/b"}],\
        "workOnCurrentBranch":true,"autoCreatePR":true,"mode":"plan"}\
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "POOL, , '{\"type\":\"pool\"}'",
    "MACHINE, build-7, '{\"type\":\"machine\",\"name\":\"build-7\"}'"
  })
  void aPlaceIsSentWithItsNameIfItHasOne(LaunchOptions.Kind kind, String name, String env) {
    cursor.server.answer(201, fixture("v1-created.json"));
    var place = new LaunchOptions.Place(kind, Optional.ofNullable(name));
    var options = new LaunchOptions(Optional.empty(), List.of(), false, false, Optional.of(place));

    cursor.v1().launch(ScriptedCursor.request("Fix it", options));

    assertThat(cursor.server.received().getLast().body()).contains("\"env\":" + env + ",");
  }

  @Test
  void aFollowUpSendsAllThatItWasAskedForWith() {
    cursor.server.answer(201, "{\"run\":{\"id\":\"run-2\"}}");

    cursor
        .v1()
        .followUp(
            AGENT,
            new FollowUp(
                "more",
                NOW,
                Set.of(RUN),
                List.of(PICTURE),
                Optional.of(Mode.AGENT),
                Optional.of("opus")));

    assertSent(
        "POST /v1/agents/" + AGENT + "/runs",
        """
        {"prompt":{"text":"more","images":[{"data":"AQID","mimeType":"image/png"}]},\
        "model":{"id":"opus"},"mode":"agent"}\
        """);
  }

  @Test
  void aTakenIdSaysThatTheLaunchTookEffect() {
    cursor.server.answer(409, "{\"error\":{\"code\":\"agent_id_conflict\",\"message\":\"x\"}}");

    assertThatThrownBy(() -> cursor.v1().launch(request("x"))).isInstanceOf(AlreadyLaunched.class);
  }

  @Test
  void aLaunchIsFoundByItsAgentWithTheFirstOfItsRuns() {
    cursor
        .server
        .answer(200, "{\"id\":\"" + AGENT + "\",\"latestRunId\":\"run-3\"}")
        .answer(200, fixture("v1-runs.json"));

    assertThat(cursor.v1().findLaunch(request("x")))
        .contains(
            new Launched(
                AGENT, Optional.of(RUN), URI.create("https://cursor.com/agents/" + AGENT)));
    assertThat(cursor.server.received().getFirst().path()).isEqualTo("/v1/agents/" + AGENT);
  }

  @Test
  void theFirstRunIsOnTheLastPage() {
    cursor
        .server
        .answer(200, "{}")
        .answer(200, "{\"items\":[{\"id\":\"run-2\"}],\"nextCursor\":\"a b\"}")
        .answer(200, "{\"items\":[{\"id\":\"run-1\"}],\"nextCursor\":null}");

    assertThat(cursor.v1().findLaunch(request("x")).orElseThrow().run())
        .contains(new RunId("run-1"));
    assertThat(cursor.server.received().getLast().path()).endsWith("/runs?limit=100&cursor=a%20b");
  }

  @Test
  void aLaunchWithoutAnAgentIsNotFound() {
    cursor.server.answer(404, "{\"error\":{\"code\":\"agent_not_found\",\"message\":\"x\"}}");

    assertThat(cursor.v1().findLaunch(request("x"))).isEmpty();
  }

  @Test
  void anUnansweredSearchForALaunchIsNoAbsence() {
    cursor.server.answer(500, "{}");

    assertThatThrownBy(() -> cursor.v1().findLaunch(request("x"))).isInstanceOf(NotNow.class);
  }

  @Test
  void aFollowUpBeginsARun() {
    cursor.server.answer(201, "{\"run\":{\"id\":\"run-2\",\"status\":\"CREATING\"}}");

    var accepted = cursor.v1().followUp(AGENT, new FollowUp("more", NOW, Set.of(RUN)));

    assertThat(accepted).isEqualTo(new Accepted(Optional.of(new RunId("run-2"))));
    assertSent("POST /v1/agents/" + AGENT + "/runs", "{\"prompt\":{\"text\":\"more\"}}");
  }

  @Test
  void aRunIsReportedWithWhatWasPushed() {
    cursor.server.answer(200, fixture("v1-run.json"));

    var pullRequest = URI.create("https://github.com/acme/web/pull/7");
    var branch = Optional.of("cursor/fix-login-1f2e");
    assertThat(cursor.v1().look(AGENT, Optional.of(RUN)))
        .isEqualTo(
            new RunReport(
                RunState.FINISHED,
                "FINISHED",
                Optional.of("Fixed the login bug.\n\nTests pass."),
                List.of(
                    new RunReport.Change(repository("web"), branch, Optional.of(pullRequest)),
                    new RunReport.Change(repository("api"), branch, Optional.empty())),
                Optional.empty(),
                Optional.of(Duration.ofMillis(125_250)),
                Optional.of(Instant.parse("2026-11-20T09:52:05.250Z")),
                NOW));
    assertThat(cursor.server.received().getFirst().path()).isEqualTo(RUN_PATH);
  }

  @ParameterizedTest
  @CsvSource({
    "CREATING, CREATING, false",
    "RUNNING, RUNNING, false",
    "FINISHED, FINISHED, true",
    "ERROR, FAILED, true",
    "CANCELLED, CANCELLED, true",
    "EXPIRED, EXPIRED, true",
    "PAUSED, UNRECOGNIZED, false",
    "finished, UNRECOGNIZED, false"
  })
  void statusesAreMappedAndUnknownOnesAreNoEndings(String wire, RunState state, boolean terminal) {
    cursor.server.answer(200, "{\"status\":\"" + wire + "\"}");

    var report = cursor.v1().look(AGENT, Optional.of(RUN));

    assertThat(report.state()).isEqualTo(state);
    assertThat(report.status()).isEqualTo(wire);
    assertThat(report.state().terminal()).isEqualTo(terminal);
  }

  @Test
  void aBareRunIsReportedAsFarAsItGoes() {
    cursor.server.answer(
        200, "{\"status\":\"ERROR\",\"git\":{},\"error\":{\"message\":\"out\\nof memory\"}}");

    var report = cursor.v1().look(AGENT, Optional.of(RUN));

    assertThat(report.failure()).contains("out of memory");
    assertThat(report.changes()).isEmpty();
    assertThat(report.summary()).isEmpty();
    assertThat(report.took()).isEmpty();
  }

  @Test
  void linksOfOtherKindsAreNotHandedOn() {
    cursor.server.answer(
        200,
        """
        {"status":"FINISHED","git":{"branches":[
          {"repoUrl":"github.com/acme/web","branch":"b","prUrl":"javascript:alert(1)"},
          {"repoUrl":"not a repository","branch":"b"},
          {"branch":"b"}]}}\
        """);

    assertThat(cursor.v1().look(AGENT, Optional.of(RUN)).changes())
        .containsExactly(
            new RunReport.Change(repository("web"), Optional.of("b"), Optional.empty()));
  }

  @Test
  void withoutARunTheLatestIsLookedAt() {
    cursor.server.answer(200, "{\"latestRunId\":\"" + RUN + "\"}").answer(200, "{}");

    cursor.v1().look(AGENT, Optional.empty());

    assertThat(cursor.server.received().getLast().path()).isEqualTo(RUN_PATH);
  }

  @Test
  void anAgentWithoutRunsIsBeingCreated() {
    cursor.server.answer(200, "{}");

    assertThat(cursor.v1().look(AGENT, Optional.empty()).state()).isEqualTo(RunState.CREATING);
  }

  @Test
  void aRunThatNobodyKnowsIsGone() {
    cursor.server.answer(404, "{\"error\":{\"code\":\"run_not_found\",\"message\":\"x\"}}");

    assertThatThrownBy(() -> cursor.v1().look(AGENT, Optional.of(RUN))).isInstanceOf(Gone.class);
  }

  @Test
  void aCancelIsSentForTheExactRun() {
    cursor.server.answer(200, "{\"id\":\"" + RUN + "\"}");

    cursor.v1().cancel(AGENT, Optional.of(RUN));

    assertSent("POST " + RUN_PATH + "/cancel", "");
  }

  @Test
  void aRunThatIsOverCannotBeCancelled() {
    cursor.server.answer(409, "{\"error\":{\"code\":\"run_not_cancellable\",\"message\":\"x\"}}");

    assertThatThrownBy(() -> cursor.v1().cancel(AGENT, Optional.of(RUN))).isInstanceOf(Gone.class);
  }

  @Test
  void aCancelThatTheServiceChokedOnMayHaveWorked() {
    cursor.server.answer(500, "{\"error\":{\"code\":\"internal_error\",\"message\":\"x\"}}");

    assertThatThrownBy(() -> cursor.v1().cancel(AGENT, Optional.of(RUN)))
        .isInstanceOf(OutcomeUnknown.class);
  }

  private void assertSent(String call, String body) {
    var sent = cursor.server.received().getLast();
    assertThat(sent.method() + " " + sent.path()).isEqualTo(call);
    assertThat(sent.body()).isEqualTo(body);
  }

  private static Repository repository(String name) {
    return new Repository(URI.create("https://github.com/acme/" + name));
  }
}
