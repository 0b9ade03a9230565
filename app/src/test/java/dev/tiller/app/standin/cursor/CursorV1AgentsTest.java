package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CursorV1AgentsTest extends CursorStandInTestBase {

  private static final String ID = "bc-00000000-0000-0000-0000-00000000abcd";

  @Test
  void creatingAnswersTheAgentAndItsFirstRun() throws IOException {
    var answer =
        client.post(
            "/v1/agents",
            """
            {"prompt": {"text": "fix the login bug\\nplease"}, "agentId": "%s",
             "model": {"id": "composer-2", "params": [{"id": "fast", "value": "true"}]},
             "repos": [{"url": "https://github.com/acme/web.git", "startingRef": "develop"}],
             "autoCreatePR": true}\
            """
                .formatted(ID));

    var run = answer.json().path("run").path("id").asText();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(run).matches("run-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(answer.json())
        .isEqualTo(
            CursorClient.json(
                """
                {"agent": {"id": "%1$s", "name": "Fix the login bug", "status": "ACTIVE",
                  "env": {"type": "cloud"}, "url": "https://cursor.com/agents/%1$s",
                  "createdAt": "%2$s", "updatedAt": "%2$s", "latestRunId": "%3$s",
                  "repos": [{"url": "github.com/acme/web", "startingRef": "develop"}],
                  "workOnCurrentBranch": false, "autoCreatePR": true,
                  "skipReviewerRequest": false},
                 "run": {"id": "%3$s", "agentId": "%1$s", "status": "CREATING",
                  "createdAt": "%2$s", "updatedAt": "%2$s"}}\
                """
                    .formatted(ID, NOW_TEXT, run)));
  }

  @Test
  void anIdThatTheServiceChoosesIsBcAndALowerCaseUuid() throws IOException {
    assertThat(create("x").agent()).matches("bc-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @Test
  void anIdIsTakenOnce() throws IOException {
    var body = "{\"prompt\": {\"text\": \"x\"}, \"agentId\": \"%s\"}";
    client.post("/v1/agents", body.formatted(ID));

    var again = client.post("/v1/agents", body.formatted(ID.replace("abcd", "ABCD")));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().at("/error/code").asText()).isEqualTo("agent_id_conflict");
    assertThat(cursor.agents()).hasSize(1);
    assertThat(cursor.createCalls()).isEqualTo(2);
  }

  @Test
  void anIdempotencyKeyIsIgnored() throws IOException {
    for (int i = 0; i < 2; i++) {
      client.answer(
          client
              .request("/v1/agents")
              .header("Idempotency-Key", "same")
              .POST(BodyPublishers.ofString("{\"prompt\": {\"text\": \"x\"}}")));
    }

    assertThat(cursor.agents()).hasSize(2);
  }

  @Test
  void anAgentWithoutRepositoryHasAnEmptyList() throws IOException {
    var answer = client.post("/v1/agents", "{\"prompt\": {\"text\": \"x\"}, \"repos\": []}");

    assertThat(answer.json().at("/agent/repos")).isEqualTo(CursorClient.json("[]"));
  }

  @Test
  void anAgentIsIdleBetweenRunsAndArchivedWhenAsked() throws IOException {
    var made = running("x");
    assertThat(status(made)).isEqualTo("ACTIVE");

    cursor.finish(made.agent(), Ending.NOTHING);
    assertThat(status(made)).isEqualTo("IDLE");

    assertThat(client.post(made.path() + "/archive").json())
        .isEqualTo(CursorClient.json("{\"id\": \"" + made.agent() + "\"}"));
    assertThat(client.post(made.path() + "/archive").status()).isEqualTo(200);
    assertThat(status(made)).isEqualTo("ARCHIVED");

    assertThat(client.post(made.path() + "/unarchive").status()).isEqualTo(200);
    assertThat(status(made)).isEqualTo("IDLE");
  }

  @Test
  void anAgentWhoseRunExpiredIsArchived() throws IOException {
    var made = running("x");

    cursor.finish(made.agent(), Ending.EXPIRED);

    assertThat(status(made)).isEqualTo("ARCHIVED");
    assertThat(client.get(made.runPath()).json().path("status").asText()).isEqualTo("EXPIRED");
  }

  @Test
  void aDeletedAgentIsNotFound() throws IOException {
    var made = create("x");

    var answer = client.delete(made.path());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(CursorClient.json("{\"id\": \"" + made.agent() + "\"}"));
    var gone = client.get(made.path());
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.json())
        .isEqualTo(
            CursorClient.json(
                "{\"error\": {\"code\": \"agent_not_found\", \"message\": \"Agent not found\"}}"));
    assertThat(client.get("/v1/agents").json().path("items")).isEmpty();
    assertThat(cursor.agents()).isEmpty();
  }

  @Test
  void listsShowSummariesNewestFirstInPages() throws IOException {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(create("task " + i).agent());
    }

    var first = client.get("/v1/agents?limit=2").json();
    var second = client.get("/v1/agents?limit=2&cursor=" + first.path("nextCursor").asText());
    var last = client.get("/v1/agents?limit=2&cursor=" + second.json().path("nextCursor").asText());

    assertThat(List.of(first, second.json(), last.json()))
        .flatExtracting(page -> page.path("items").findValuesAsText("id"))
        .containsExactlyElementsOf(ids);
    assertThat(last.json().has("nextCursor")).isFalse();
    assertThat(first.path("items").get(0).propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "id", "name", "status", "env", "url", "createdAt", "updatedAt", "latestRunId");
  }

  @Test
  void aPageThatIsExactlyFullIsTheLast() throws IOException {
    create("a");
    create("b");

    assertThat(client.get("/v1/agents?limit=2").json().has("nextCursor")).isFalse();
  }

  @Test
  void aCursorOutlivesTheDeletionOfItsAgent() throws IOException {
    var oldest = create("a");
    var middle = create("b");
    create("c");
    create("d");
    var next = client.get("/v1/agents?limit=3").json().path("nextCursor").asText();
    assertThat(next).isEqualTo(middle.agent());

    client.delete(middle.path());

    assertThat(client.get("/v1/agents?cursor=" + next).json().path("items").findValuesAsText("id"))
        .containsExactly(oldest.agent());
  }

  @Test
  void listsLeaveOutArchivedAgentsOnlyWhenAsked() throws IOException {
    var made = create("x");
    client.post(made.path() + "/archive");

    assertThat(client.get("/v1/agents").json().path("items")).hasSize(1);
    assertThat(client.get("/v1/agents?includeArchived=false").json().path("items")).isEmpty();
  }

  @Test
  void listsFindTheAgentOfAPullRequest() throws IOException {
    create("other");
    var made = running("x");
    cursor.finish(made.agent(), Ending.PULL_REQUEST);

    var found = client.get("/v1/agents?prUrl=https://github.com/acme/web/pull/1").json();

    assertThat(found.path("items").findValuesAsText("id")).containsExactly(made.agent());
  }

  @Test
  void theSnapshotShowsWhatWasAsked() throws IOException {
    var made = running("fix the #error word\\nand more");

    assertThat(cursor.agents())
        .singleElement()
        .satisfies(agent -> {
          assertThat(agent.id()).isEqualTo(made.agent());
          assertThat(agent.name()).isEqualTo("Fix the word");
          assertThat(agent.status()).isEqualTo(RunStatus.RUNNING);
          assertThat(agent.repository()).isEqualTo("github.com/acme/web");
          assertThat(agent.prompts()).containsExactly("fix the #error word\nand more");
          assertThat(agent.runs()).extracting(AgentView.RunView::id).containsExactly(made.run());
        });
  }

  @Test
  void changesAreTold() throws IOException {
    var changes = new AtomicInteger();
    cursor.onChange(changes::incrementAndGet);

    create("x");

    assertThat(changes).hasPositiveValue();
  }

  private String status(Created made) throws IOException {
    return client.get(made.path()).json().path("status").asText();
  }
}
