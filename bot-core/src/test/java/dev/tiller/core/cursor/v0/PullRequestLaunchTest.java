package dev.tiller.core.cursor.v0;

import static dev.tiller.core.cursor.ScriptedCursor.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.Image;
import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.cursor.ScriptedCursor;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Launches on a pull request, and how one with a lost answer is found. Such a launch may have no
/// branch name of its own. The launches are made at 10:00.
class PullRequestLaunchTest {

  private static final LaunchRequest NEW_BRANCH = request("Fix it", options(false));
  private static final LaunchRequest HEAD = request("Fix it", options(true));
  private static final String LIST =
      "/v0/agents?limit=100&prUrl=https%3A%2F%2Fgithub.com%2Facme%2Fweb%2Fpull%2F7";

  private final ScriptedCursor cursor = new ScriptedCursor();

  @AfterEach
  void close() {
    cursor.close();
  }

  private static LaunchOptions options(boolean currentBranch) {
    return new LaunchOptions(
        Optional.of(URI.create("https://github.com/acme/web/pull/7")),
        List.of(),
        false,
        currentBranch,
        Optional.empty());
  }

  @Test
  void repositoryAndBranchAreLeftToThePullRequest() {
    cursor.server.answer(201, "{\"id\":\"bc-1\"}");

    cursor.v0().launch(NEW_BRANCH);

    assertThat(sent())
        .isEqualTo(
            """
            {"prompt":{"text":"Fix it"},"source":{"prUrl":"https://github.com/acme/web/pull/7"},\
            "target":{"autoCreatePr":true,"branchName":"cursor/fix-it-1a2b3c4d"}}\
            """);
  }

  @Test
  void pushingToTheHeadNamesNoBranch() {
    cursor.server.answer(201, "{\"id\":\"bc-1\"}");
    var picture = new Image("image/png", new byte[] {1, 2, 3});

    cursor.v0().launch(request("Fix it", options(true), picture));

    assertThat(sent())
        .isEqualTo(
            """
            {"prompt":{"text":"Fix it","images":[{"data":"AQID"}]},\
            "source":{"prUrl":"https://github.com/acme/web/pull/7"},\
            "target":{"autoCreatePr":true,"autoBranch":false}}\
            """);
  }

  @Test
  void aLaunchIsFoundByItsBranchNameWhereThatWasHonoured() {
    cursor.server.answer(
        200,
        agents(
            agent("bc-1", "10:00:01", ""),
            agent("bc-2", "09:00:00", ",\"target\":{\"branchName\":\"cursor/fix-it-1a2b3c4d\"}")));

    assertThat(found(NEW_BRANCH)).contains("bc-2");
    assertThat(cursor.server.received()).extracting(call -> call.path()).containsExactly(LIST);
  }

  @Test
  void elseByItsPullRequestItsTimeAndItsPrompt() {
    var all =
        agents(
            agent("bc-3", "10:00:02", ""),
            agent("bc-2", "10:00:01", ""),
            agent("bc-1", "09:59:00", ""));
    cursor
        .server
        .answer(200, all)
        .answer(200, all)
        .answer(200, conversation("Something else"))
        .answer(200, conversation("Fix it "));

    assertThat(found(HEAD)).contains("bc-2");
    assertThat(cursor.server.received())
        .extracting(call -> call.path())
        .containsExactly(
            LIST, LIST, "/v0/agents/bc-3/conversation", "/v0/agents/bc-2/conversation");
  }

  @Test
  void ofTwoThatCouldBeItNeitherIsTaken() {
    var all = agents(agent("bc-3", "10:00:02", ""), agent("bc-2", "10:00:01", ""));
    cursor
        .server
        .answer(200, all)
        .answer(200, all)
        .answer(200, conversation("Fix it"))
        .answer(200, conversation("Fix it"));

    assertThat(found(HEAD)).isEmpty();
  }

  @Test
  void anAgentThatIsGoneIsNotIt() {
    var all = agents(agent("bc-3", "10:00:02", ""));
    cursor
        .server
        .answer(200, all)
        .answer(200, all)
        .answer(409, "{\"error\":\"Agent is deleted or archived\"}");

    assertThat(found(HEAD)).isEmpty();
  }

  @Test
  void aConversationThatCannotBeReadNowIsNoAbsence() {
    var all = agents(agent("bc-3", "10:00:02", ""));
    cursor.server.answer(200, all).answer(200, all).answer(503, "{}");

    assertThatThrownBy(() -> cursor.v0().findLaunch(HEAD)).isInstanceOf(NotNow.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"bc-1\"}",
        "{\"id\":\"bc-1\",\"createdAt\":\"yesterday\"}",
        "{\"createdAt\":\"2026-11-20T10:00:01Z\"}"
      })
  void whatSaysTooLittleIsNotIt(String agent) {
    cursor.server.answer(200, agents(agent)).answer(200, agents(agent));

    assertThat(found(HEAD)).isEmpty();
  }

  private Optional<String> found(LaunchRequest request) {
    return cursor.v0().findLaunch(request).map(Launched::agent).map(AgentId::value);
  }

  private String sent() {
    return cursor.server.received().getLast().body();
  }

  private static String agents(String... agents) {
    return Arrays.stream(agents).collect(Collectors.joining(",", "{\"agents\":[", "]}"));
  }

  private static String agent(String id, String time, String more) {
    return "{\"id\":\"%s\",\"createdAt\":\"2026-11-20T%s.000Z\"%s}".formatted(id, time, more);
  }

  private static String conversation(String prompt) {
    return "{\"messages\":[{\"type\":\"user_message\",\"text\":\"%s\"}]}".formatted(prompt);
  }
}
