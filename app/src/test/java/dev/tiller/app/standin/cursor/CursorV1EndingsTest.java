package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CursorV1EndingsTest extends CursorStandInTestBase {

  @Test
  void aFinishedRunTellsResultDurationAndPullRequest() throws IOException {
    var made = running("fix the login bug");
    now = NOW.plus(Duration.ofMillis(8250));

    cursor.finish(made.agent(), Ending.PULL_REQUEST);

    var run = client.get(made.runPath()).json();
    var branch = run.at("/git/branches/0/branch").asText();
    assertThat(branch).matches("cursor/fix-the-login-bug-[0-9a-f]{4}");
    assertThat(run.path("result").asText()).contains("\n\n- ").contains("`" + branch + "`");
    assertThat(run)
        .isEqualTo(
            CursorClient.json(
                """
                {"id": "%s", "agentId": "%s", "status": "FINISHED", "createdAt": "%s",
                 "updatedAt": "2026-11-22T10:00:08.250Z", "durationMs": 8250, "result": %s,
                 "git": {"branches": [{"repoUrl": "github.com/acme/web", "branch": "%s",
                   "prUrl": "https://github.com/acme/web/pull/1"}]}}\
                """
                    .formatted(made.run(), made.agent(), NOW_TEXT, run.path("result"), branch)));
  }

  @Test
  void aBranchOnlyEndingHasNoPullRequest() throws IOException {
    var made = running("x");

    cursor.finish(made.agent(), Ending.BRANCH);

    var pushed = client.get(made.runPath()).json().at("/git/branches/0");
    assertThat(pushed.has("branch")).isTrue();
    assertThat(pushed.has("prUrl")).isFalse();
  }

  @Test
  void withoutAutomaticPullRequestsThereIsOnlyABranch() throws IOException {
    var made =
        Created.of(
            client
                .post(
                    "/v1/agents",
                    "{\"prompt\": {\"text\": \"x\"}, \"repos\": [{\"url\": \"github.com/acme/web\"}]}")
                .json());

    cursor.finish(made.agent(), Ending.PULL_REQUEST);

    assertThat(client.get(made.runPath()).json().at("/git/branches/0").has("prUrl")).isFalse();
  }

  @Test
  void anEndingWithoutChangesLeavesOutGit() throws IOException {
    var made = running("x");

    cursor.finish(made.agent(), Ending.NOTHING);

    var run = client.get(made.runPath()).json();
    assertThat(run.path("status").asText()).isEqualTo("FINISHED");
    assertThat(run.has("result")).isTrue();
    assertThat(run.has("git")).isFalse();
  }

  @Test
  void aFailedRunHasNeitherResultNorCause() throws IOException {
    var made = running("x");

    cursor.finish(made.agent(), Ending.ERROR);

    var run = client.get(made.runPath()).json();
    assertThat(run.path("status").asText()).isEqualTo("ERROR");
    assertThat(run.has("durationMs")).isTrue();
    assertThat(run.has("result")).isFalse();
    assertThat(run.has("error")).isFalse();
  }

  @Test
  void planningChangesNothing() throws IOException {
    var made =
        Created.of(
            client
                .post(
                    "/v1/agents",
                    """
                    {"prompt": {"text": "x"}, "repos": [{"url": "https://github.com/acme/web"}],
                     "autoCreatePR": true, "mode": "plan"}\
                    """)
                .json());

    cursor.finish(made.agent(), Ending.PULL_REQUEST);

    assertThat(client.get(made.runPath()).json().has("git")).isFalse();
  }

  @Test
  void workOnTheCurrentBranchOfAPullRequestKeepsIt() throws IOException {
    var made =
        Created.of(
            client
                .post(
                    "/v1/agents",
                    """
                    {"prompt": {"text": "x"}, "workOnCurrentBranch": true, "autoCreatePR": true,
                     "repos": [{"url": "https://github.com/acme/web",
                       "prUrl": "https://github.com/acme/web/pull/77"}]}\
                    """)
                .json());

    cursor.finish(made.agent(), Ending.PULL_REQUEST);

    assertThat(client.get(made.runPath()).json().at("/git/branches/0/prUrl").asText())
        .isEqualTo("https://github.com/acme/web/pull/77");
  }

  @Test
  void pullRequestsAreCountedForEachRepository() throws IOException {
    for (int i = 0; i < 2; i++) {
      cursor.finish(running("x").agent(), Ending.PULL_REQUEST);
    }
    var made =
        Created.of(
            client
                .post(
                    "/v1/agents",
                    """
                    {"prompt": {"text": "x"}, "repos": [{"url": "https://github.com/acme/api"}],
                     "autoCreatePR": true}\
                    """)
                .json());
    cursor.finish(made.agent(), Ending.PULL_REQUEST);

    assertThat(
            client.get("/v1/agents?prUrl=https://github.com/acme/web/pull/2").json().path("items"))
        .hasSize(1);
    assertThat(client.get(made.runPath()).json().at("/git/branches/0/prUrl").asText())
        .isEqualTo("https://github.com/acme/api/pull/1");
  }
}
