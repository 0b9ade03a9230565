package dev.tiller.core.cursor.v0;

import static dev.tiller.core.cursor.ScriptedCursor.LAUNCH;
import static dev.tiller.core.cursor.ScriptedCursor.NOW;
import static dev.tiller.core.cursor.ScriptedCursor.fixture;
import static dev.tiller.core.cursor.ScriptedCursor.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.Accepted;
import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.Image;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.cursor.ScriptedCursor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CursorV0Test {

  private static final AgentId AGENT = new AgentId("bc-5d6e7f80-0000-4000-8000-00000000000b");
  private static final Launched LAUNCHED =
      new Launched(
          AGENT, Optional.empty(), URI.create("https://cursor.com/agents?id=" + AGENT.value()));

  private final ScriptedCursor cursor = new ScriptedCursor();

  @AfterEach
  void close() {
    cursor.close();
  }

  @Test
  void aLaunchCarriesItsIdInTheBranchNameAndLeavesOutWhatIsAbsent() {
    cursor.server.answer(201, fixture("v0-agent.json"));

    assertThat(cursor.v0().launch(request("Fix the login bug"))).isEqualTo(LAUNCHED);

    assertSent(
        "POST /v0/agents",
        """
        {"prompt":{"text":"Fix the login bug"},\
        "source":{"repository":"https://github.com/acme/web"},\
        "target":{"autoCreatePr":true,"branchName":"cursor/fix-the-login-bug-1a2b3c4d"}}\
        """);
  }

  @Test
  void aLaunchSendsBranchModelAndWebhookWhereTheyAreGiven() {
    cursor.server.answer(201, fixture("v0-agent.json"));
    var secret = "s".repeat(43);

    cursor
        .v0()
        .launch(
            new LaunchRequest(
                LAUNCH,
                "Fix it",
                request("x").repository(),
                Optional.of("main"),
                Optional.of("gpt-5"),
                false,
                Optional.of(
                    new LaunchRequest.Webhook(
                        URI.create("https://bot.example.com/webhooks/cursor/x"), secret))));

    assertSent(
        "POST /v0/agents",
        """
        {"prompt":{"text":"Fix it"},"model":"gpt-5",\
        "source":{"repository":"https://github.com/acme/web","ref":"main"},\
        "target":{"autoCreatePr":false,"branchName":"cursor/fix-it-1a2b3c4d"},\
        "webhook":{"url":"https://bot.example.com/webhooks/cursor/x","secret":"%s"}}\
        """
            .formatted(secret));
  }

  @Test
  void anAnswerWithoutAnAgentMayHaveMadeOne() {
    cursor.server.answer(201, "{\"status\":\"CREATING\"}");

    assertThatThrownBy(() -> cursor.v0().launch(request("x"))).isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void aRefusalInV0sOwnShapeIsToldInItsWords() {
    cursor.server.answer(403, fixture("error-b.json"));

    assertThatThrownBy(() -> cursor.v0().launch(request("x")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.PLAN);
              assertThat(refused.detail()).startsWith("Storage mode is disabled.");
            });
  }

  @Test
  void aLaunchIsFoundOnAnyPageByItsBranchName() {
    var other =
        "{\"id\":\"bc-9\",\"target\":{\"branchName\":\"cursor/fix-the-login-bug-99999999\"}}";
    cursor
        .server
        .answer(200, "{\"agents\":[{\"id\":\"bc-8\"}," + other + "],\"nextCursor\":\"p 2\"}")
        .answer(200, "{\"agents\":[" + fixture("v0-agent.json") + "],\"nextCursor\":\"p3\"}");

    assertThat(cursor.v0().findLaunch(request("Fix the login bug"))).contains(LAUNCHED);
    assertThat(cursor.server.received())
        .extracting(received -> received.path())
        .containsExactly("/v0/agents?limit=100", "/v0/agents?limit=100&cursor=p%202");
  }

  @Test
  void theSearchForALaunchEndsWithTheList() {
    cursor.server.answer(200, "{\"agents\":[],\"nextCursor\":\"\"}");

    assertThat(cursor.v0().findLaunch(request("x"))).isEmpty();
    assertThat(cursor.server.received()).hasSize(1);
  }

  @Test
  void theSearchForALaunchIsBounded() {
    for (var page = 0; page < 9; page++) {
      cursor.server.answer(200, "{\"agents\":[],\"nextCursor\":\"more\"}");
    }

    assertThat(cursor.v0().findLaunch(request("x"))).isEmpty();
    assertThat(cursor.server.received()).hasSize(5);
  }

  @Test
  void anUnansweredSearchForALaunchIsNoAbsence() {
    cursor.server.answer(502, fixture("error-f.html"));

    assertThatThrownBy(() -> cursor.v0().findLaunch(request("x"))).isInstanceOf(NotNow.class);
  }

  @Test
  void picturesGoAlongWithAFollowUp() {
    cursor.server.answer(200, "{\"id\":\"" + AGENT + "\"}");
    var picture = new Image("image/png", new byte[] {1, 2, 3});

    cursor
        .v0()
        .followUp(
            AGENT,
            new FollowUp(
                "more", NOW, Set.of(), List.of(picture), Optional.empty(), Optional.empty()));

    assertSent(
        "POST /v0/agents/" + AGENT + "/followup",
        "{\"prompt\":{\"text\":\"more\",\"images\":[{\"data\":\"AQID\"}]}}");
  }

  @Test
  void aFollowUpIsSentToTheAgent() {
    cursor.server.answer(200, "{\"id\":\"" + AGENT + "\"}");

    assertThat(cursor.v0().followUp(AGENT, followUp("more"))).isEqualTo(accepted());
    assertSent("POST /v0/agents/" + AGENT + "/followup", "{\"prompt\":{\"text\":\"more\"}}");
  }

  @Test
  void aFollowUpToADeletedAgentFindsItGone() {
    cursor.server.answer(409, "{\"error\":\"Agent is deleted\"}");

    assertThatThrownBy(() -> cursor.v0().followUp(AGENT, followUp("more")))
        .isInstanceOf(Gone.class);
  }

  @Test
  void theLastUnansweredPromptIsTheFollowUp() {
    cursor.server.answer(200, fixture("v0-conversation.json"));

    assertThat(cursor.v0().findFollowUp(AGENT, followUp("Add a test\r\nplease ")))
        .contains(accepted());
    assertThat(cursor.server.received().getFirst().path())
        .isEqualTo("/v0/agents/" + AGENT + "/conversation");
  }

  @Test
  void anAnsweredPromptIsTheFollowUpOnlyWhileTheAgentIsAtWork() {
    var answered = conversation("user:go", "assistant:done", "user:again", "assistant:doing");
    cursor.server.answer(200, answered).answer(200, "{\"status\":\"RUNNING\"}");
    assertThat(cursor.v0().findFollowUp(AGENT, followUp("again"))).contains(accepted());

    cursor.server.answer(200, answered).answer(200, "{\"status\":\"FINISHED\"}");
    assertThat(cursor.v0().findFollowUp(AGENT, followUp("again"))).isEmpty();
  }

  @Test
  void anOlderPromptWithTheSameTextIsNotTheFollowUp() {
    cursor.server.answer(
        200, conversation("user:go", "assistant:a", "user:again", "assistant:b", "user:other"));

    assertThat(cursor.v0().findFollowUp(AGENT, followUp("again"))).isEmpty();
  }

  @Test
  void thePromptOfTheLaunchIsNoFollowUp() {
    cursor.server.answer(200, conversation("user:go"));

    assertThat(cursor.v0().findFollowUp(AGENT, followUp("go"))).isEmpty();
  }

  @Test
  void anEmptyConversationHasNoFollowUp() {
    cursor.server.answer(200, "{\"messages\":[{}]}");

    assertThat(cursor.v0().findFollowUp(AGENT, followUp("go"))).isEmpty();
  }

  @Test
  void anAgentIsReportedWithItsPullRequest() {
    cursor.server.answer(200, fixture("v0-agent.json"));

    assertThat(cursor.v0().look(AGENT, Optional.empty()))
        .isEqualTo(
            new RunReport(
                RunState.FINISHED,
                "FINISHED",
                Optional.of("Fixed the login bug."),
                List.of(
                    change(
                        "cursor/fix-the-login-bug-1a2b3c4d",
                        Optional.of(URI.create("https://github.com/acme/web/pull/7")))),
                Optional.empty(),
                Optional.empty(),
                NOW));
    assertThat(cursor.server.received().getFirst().path()).isEqualTo("/v0/agents/" + AGENT);
  }

  @Test
  void aBranchThatIsOnlyNamedIsNoChangeBeforeTheAgentHasFinished() {
    var target =
        "\"source\":{\"repository\":\"github.com/acme/web\"},\"target\":{\"branchName\":\"b\"}";
    cursor.server.answer(200, "{\"status\":\"RUNNING\"," + target + "}");
    assertThat(cursor.v0().look(AGENT, Optional.empty()).changes()).isEmpty();

    cursor.server.answer(200, "{\"status\":\"FINISHED\"," + target + "}");
    assertThat(cursor.v0().look(AGENT, Optional.empty()).changes())
        .containsExactly(change("b", Optional.empty()));
  }

  @Test
  void anUnknownStatusIsKeptAndIsNoEnding() {
    cursor.server.answer(200, "{\"status\":\"STOPPED\"}");

    var report = cursor.v0().look(AGENT, Optional.empty());

    assertThat(report.state()).isEqualTo(RunState.UNRECOGNIZED);
    assertThat(report.status()).isEqualTo("STOPPED");
  }

  @Test
  void aCancelStopsTheAgent() {
    cursor.server.answer(200, "{\"id\":\"" + AGENT + "\"}");

    cursor.v0().cancel(AGENT, Optional.empty());

    assertSent("POST /v0/agents/" + AGENT + "/stop", "");
  }

  @Test
  void thereAreNoRunsToStream() {
    assertThat(cursor.v0().abilities().runs()).isFalse();
    assertThatThrownBy(
            () -> cursor.v0().stream(AGENT, new RunId("run-1"), Optional.empty(), _ -> {}))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private void assertSent(String call, String body) {
    var sent = cursor.server.received().getLast();
    assertThat(sent.method() + " " + sent.path()).isEqualTo(call);
    assertThat(sent.body()).isEqualTo(body);
  }

  private static String conversation(String... messages) {
    var json =
        List.of(messages).stream()
            .map(message -> message.split(":", 2))
            .map("{\"type\":\"%s_message\",\"text\":\"%s\"}"::formatted)
            .toList();
    return "{\"messages\":[" + String.join(",", json) + "]}";
  }

  private static RunReport.Change change(String branch, Optional<URI> pullRequest) {
    return new RunReport.Change(request("x").repository(), Optional.of(branch), pullRequest);
  }

  private static FollowUp followUp(String prompt) {
    return new FollowUp(prompt, NOW, Set.of());
  }

  private static Accepted accepted() {
    return new Accepted(Optional.empty());
  }
}
