package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CursorV1RunsTest extends CursorStandInTestBase {

  private static final String PROMPT = "{\"prompt\": {\"text\": \"%s\"}}";

  @Test
  void aFollowUpIsARunThatKeepsBranchAndPullRequest() throws IOException {
    var made = running("fix the login bug");
    cursor.finish(made.agent(), Ending.PULL_REQUEST);
    var git = client.get(made.runPath()).json().path("git");

    var answer = client.post(made.path() + "/runs", PROMPT.formatted("and test it"));

    assertThat(answer.status()).isEqualTo(201);
    var id = answer.json().at("/run/id").asText();
    var expected =
        """
        {"run": {"id": "%s", "agentId": "%s", "status": "CREATING", "createdAt": "%s",
         "updatedAt": "%s", "git": %s}}\
        """
            .formatted(id, made.agent(), NOW_TEXT, NOW_TEXT, git);
    assertThat(answer.json()).isEqualTo(CursorClient.json(expected));
    cursor.finish(made.agent(), Ending.PULL_REQUEST);
    assertThat(client.get(made.path() + "/runs/" + id).json().path("git")).isEqualTo(git);
    assertThat(client.get(made.path()).json().path("latestRunId").asText()).isEqualTo(id);
    assertThat(cursor.agents().getFirst().prompts())
        .containsExactly("fix the login bug", "and test it");
  }

  @Test
  void aBusyAgentTakesNoRun() throws IOException {
    var made = running("x");

    var answer = client.post(made.path() + "/runs", PROMPT.formatted("y"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("agent_busy");
    assertThat(cursor.agents().getFirst().prompts()).containsExactly("x");
  }

  @Test
  void anArchivedAgentTakesNoRun() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);
    client.post(made.path() + "/archive");

    var answer = client.post(made.path() + "/runs", PROMPT.formatted("y"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("agent_archived");
  }

  @Test
  void aModelOnAFollowUpSticks() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);
    client.post(
        made.path() + "/runs",
        "{\"prompt\": {\"text\": \"y\"}, \"model\": {\"id\": \"composer-2\"}}");
    cursor.finish(made.agent(), Ending.NOTHING);
    client.post(made.path() + "/runs", PROMPT.formatted("z"));

    assertThat(cursor.agents().getFirst().model()).contains("composer-2");
  }

  @Test
  void listsShowRunsNewestFirstWithoutResults() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.PULL_REQUEST);
    client.post(made.path() + "/runs", PROMPT.formatted("y"));
    cursor.finish(made.agent(), Ending.PULL_REQUEST);

    var page = client.get(made.path() + "/runs?limit=1").json();
    var rest =
        client.get(made.path() + "/runs?limit=1&cursor=" + page.path("nextCursor").asText()).json();

    assertThat(page.path("items").get(0).has("result")).isFalse();
    assertThat(page.path("items").get(0).has("durationMs")).isFalse();
    assertThat(page.path("items").get(0).has("git")).isTrue();
    assertThat(rest.path("items").findValuesAsText("id")).containsExactly(made.run());
    assertThat(rest.has("nextCursor")).isFalse();
  }

  @Test
  void aRunIsCancelledOnce() throws IOException {
    var made = running("x");

    var answer = client.post(made.runPath() + "/cancel");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(CursorClient.json("{\"id\": \"" + made.run() + "\"}"));
    assertThat(client.get(made.runPath()).json().path("status").asText()).isEqualTo("CANCELLED");
    var again = client.post(made.runPath() + "/cancel");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().at("/error/code").asText()).isEqualTo("run_not_cancellable");
  }

  @Test
  void runsAreOnlyFoundAtTheirAgent() throws IOException {
    var made = create("x");
    var other = create("y");

    var answer = client.get(made.path() + "/runs/" + other.run());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("run_not_found");
  }

  @Test
  void theUpdateTimeOfARunningRunIsThatOfItsBeginning() throws IOException {
    var made = running("x");
    now = NOW.plusSeconds(60);
    cursor.step(made.agent(), new Step.Words("still at it"));

    assertThat(client.get(made.runPath()).json().path("updatedAt").asText()).isEqualTo(NOW_TEXT);
  }

  @Test
  void usageAddsUpTheRunsThatEnded() throws IOException {
    var made = running("x");
    var before = client.get(made.path() + "/usage").json();
    assertThat(before.at("/totalUsage/totalTokens").asLong()).isZero();
    assertThat(before.path("runs")).hasSize(1);
    assertThat(before.path("runs").get(0).has("usageUuid")).isFalse();

    cursor.finish(made.agent(), Ending.NOTHING);

    var usage = client.get(made.path() + "/usage?runId=" + made.run()).json();
    var tokens = usage.path("totalUsage");
    assertThat(tokens.path("totalTokens").asLong())
        .isPositive()
        .isEqualTo(
            tokens.path("inputTokens").asLong()
                + tokens.path("outputTokens").asLong()
                + tokens.path("cacheWriteTokens").asLong()
                + tokens.path("cacheReadTokens").asLong());
    assertThat(usage.at("/cost/chargedCents").asDouble()).isPositive();
    assertThat(client.get(made.path() + "/usage?runId=run-x").json().at("/error/code").asText())
        .isEqualTo("run_not_found");
  }
}
