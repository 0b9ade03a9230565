package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CursorV0Test extends CursorStandInTestBase {

  private static final String FOLLOW_UP = "{\"prompt\": {\"text\": \"%s\"}}";

  @Test
  void launchingAnswersTheAgent() throws IOException {
    var answer =
        client.post(
            "/v0/agents",
            """
            {"prompt": {"text": "fix the login bug"}, "model": "default",
             "source": {"repository": "https://github.com/acme/web", "ref": "main"},
             "target": {"autoCreatePr": true, "branchName": "tiller/abc"},
             "webhook": {"url": "http://127.0.0.1:1/x"}}\
            """);

    var id = answer.json().path("id").asText();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json())
        .isEqualTo(
            CursorClient.json(
                """
                {"id": "%1$s", "name": "Fix the login bug", "status": "CREATING",
                 "source": {"repository": "github.com/acme/web", "ref": "main"},
                 "target": {"branchName": "tiller/abc", "url": "https://cursor.com/agents?id=%1$s",
                   "autoCreatePr": true, "openAsCursorGithubApp": false,
                   "skipReviewerRequest": false},
                 "createdAt": "%2$s"}\
                """
                    .formatted(id, NOW_TEXT)));
  }

  @Test
  void aFinishedAgentTellsSummaryBranchAndPullRequest() throws IOException {
    var agent = launch("fix it", "{\"autoCreatePr\": true, \"branchName\": \"tiller/abc\"}");

    cursor.finish(agent, Ending.PULL_REQUEST);

    var json = client.get("/v0/agents/" + agent).json();
    assertThat(json.path("status").asText()).isEqualTo("FINISHED");
    assertThat(json.path("summary").asText()).contains("`tiller/abc`");
    assertThat(json.at("/target/branchName").asText()).isEqualTo("tiller/abc");
    assertThat(json.at("/target/prUrl").asText()).isEqualTo("https://github.com/acme/web/pull/1");
  }

  @Test
  void anAgentFromAPullRequestShowsItFromTheStart() throws IOException {
    var answer =
        client.post(
            "/v0/agents",
            """
            {"prompt": {"text": "x"}, "source": {"prUrl": "https://github.com/acme/api/pull/5"}}\
            """);

    assertThat(answer.json().at("/target/prUrl").asText())
        .isEqualTo("https://github.com/acme/api/pull/5");
    assertThat(answer.json().at("/source/repository").asText()).isEqualTo("github.com/acme/api");
  }

  @Test
  void aFailedAgentHasNoSummary() throws IOException {
    var agent = launch("x", "{}");

    cursor.finish(agent, Ending.ERROR);

    var json = client.get("/v0/agents/" + agent).json();
    assertThat(json.path("status").asText()).isEqualTo("ERROR");
    assertThat(json.has("summary")).isFalse();
  }

  @Test
  void theConversationIsOldestFirst() throws IOException {
    var agent = launch("first", "{}");
    cursor.finish(agent, Ending.NOTHING);
    var followUp = client.post("/v0/agents/" + agent + "/followup", FOLLOW_UP.formatted("second"));

    var conversation = client.get("/v0/agents/" + agent + "/conversation").json();

    assertThat(followUp.status()).isEqualTo(200);
    assertThat(followUp.json()).isEqualTo(CursorClient.json("{\"id\": \"" + agent + "\"}"));
    assertThat(conversation.path("id").asText()).isEqualTo(agent);
    assertThat(conversation.path("messages").findValuesAsText("type"))
        .containsExactly("user_message", "assistant_message", "user_message");
    assertThat(conversation.path("messages").findValuesAsText("text"))
        .startsWith("first")
        .endsWith("second");
    assertThat(conversation.path("messages").findValuesAsText("id")).doesNotHaveDuplicates();
  }

  @Test
  void aFollowUpBringsAFinishedAgentBackToWork() throws IOException {
    var agent = launch("x", "{}");
    cursor.finish(agent, Ending.NOTHING);

    client.post("/v0/agents/" + agent + "/followup", FOLLOW_UP.formatted("y"));

    assertThat(client.get("/v0/agents/" + agent).json().path("status").asText())
        .isIn("CREATING", "RUNNING");
  }

  @Test
  void aFollowUpToARunningAgentWaitsForItsTurn() throws IOException {
    var agent = launch("one", "{}");

    var answer = client.post("/v0/agents/" + agent + "/followup", FOLLOW_UP.formatted("two"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(cursor.agents().getFirst().prompts()).containsExactly("one", "two");
    assertThat(cursor.agents().getFirst().runs()).hasSize(1);
    cursor.finish(agent, Ending.NOTHING);
    assertThat(cursor.agents().getFirst().runs())
        .extracting(AgentView.RunView::prompt)
        .containsExactly("one", "two");
  }

  @Test
  void aStoppedAgentLooksFinishedAndCanGoOn() throws IOException {
    var agent = launch("one", "{}");
    client.post("/v0/agents/" + agent + "/followup", FOLLOW_UP.formatted("never begun"));

    var answer = client.post("/v0/agents/" + agent + "/stop");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(CursorClient.json("{\"id\": \"" + agent + "\"}"));
    assertThat(client.get("/v0/agents/" + agent).json().path("status").asText())
        .isEqualTo("FINISHED");
    assertThat(cursor.agents().getFirst().runs())
        .extracting(AgentView.RunView::status)
        .containsExactly(RunStatus.CANCELLED);
    assertThat(
            client.post("/v0/agents/" + agent + "/followup", FOLLOW_UP.formatted("more")).status())
        .isEqualTo(200);
  }

  @Test
  void aDeletedAgentIsNotFoundAndTakesNothing() throws IOException {
    var agent = launch("x", "{}");
    var path = "/v0/agents/" + agent;

    assertThat(client.delete(path).json())
        .isEqualTo(CursorClient.json("{\"id\": \"" + agent + "\"}"));

    var gone = client.get(path);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.json()).isEqualTo(CursorClient.json("{\"error\": \"Agent not found\"}"));
    assertThat(client.post(path + "/followup", FOLLOW_UP.formatted("y")).status()).isEqualTo(409);
    assertThat(client.post(path + "/stop").status()).isEqualTo(409);
    assertThat(client.get(path + "/conversation").status()).isEqualTo(409);
    assertThat(client.get("/v0/agents").json()).isEqualTo(CursorClient.json("{\"agents\": []}"));
  }

  @Test
  void listsComeInPages() throws IOException {
    var older = launch("a", "{}");
    var newer = launch("b", "{}");

    var page = client.get("/v0/agents?limit=1").json();
    var rest = client.get("/v0/agents?limit=1&cursor=" + page.path("nextCursor").asText()).json();

    assertThat(page.path("agents").get(0).path("id").asText()).isEqualTo(newer);
    assertThat(rest.path("agents").get(0).path("id").asText()).isEqualTo(older);
    assertThat(rest.has("nextCursor")).isFalse();
  }

  @Test
  void bothVersionsShowTheSameAgent() throws IOException {
    var made = running("made on v1");
    var launched = launch("made on v0", "{\"autoCreatePr\": true}");

    assertThat(client.get(made.v0()).json().path("status").asText()).isEqualTo("RUNNING");
    assertThat(client.get(made.v0() + "/conversation").json().at("/messages/0/text").asText())
        .isEqualTo("made on v1");
    client.post(made.runPath() + "/cancel");
    assertThat(client.get(made.v0()).json().path("status").asText()).isEqualTo("FINISHED");

    cursor.finish(launched, Ending.PULL_REQUEST);
    var seen = client.get("/v1/agents/" + launched).json();
    assertThat(seen.path("autoCreatePR").asBoolean()).isTrue();
    assertThat(
            client
                .get("/v1/agents/" + launched + "/runs/" + seen.path("latestRunId").asText())
                .json()
                .at("/git/branches/0/prUrl")
                .asText())
        .isEqualTo("https://github.com/acme/web/pull/1");
  }

  @Test
  void anAgentThatExpiredTakesNoFollowUp() throws IOException {
    var agent = launch("x", "{}");
    cursor.finish(agent, Ending.EXPIRED);
    now = NOW.plus(Duration.ofDays(1));

    assertThat(client.get("/v0/agents/" + agent).json().path("status").asText())
        .isEqualTo("EXPIRED");
    var answer = client.post("/v0/agents/" + agent + "/followup", FOLLOW_UP.formatted("y"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("error").isTextual()).isTrue();
  }

  private String launch(String prompt, String target) throws IOException {
    return client
        .post(
            "/v0/agents",
            """
            {"prompt": {"text": "%s"}, "source": {"repository": "https://github.com/acme/web"},
             "target": %s}\
            """
                .formatted(prompt, target))
        .json()
        .path("id")
        .asText();
  }
}
