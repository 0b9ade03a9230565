package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Faults;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.standin.slack.SlackSettings;
import dev.tiller.app.standin.slack.SlackStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process that is killed at an awkward moment and started again: one agent, one card, one word
/// to the requester.
class KilledProcessTest {

  private static final String TASK = "@tiller repo=acme/web fix the login bug";

  private static final Fault NEVER_ANSWERED = new Fault.Slow(Duration.ZERO, Duration.ofMinutes(9));

  @TempDir Path folder;

  private final Traffic traffic = new Traffic(InstantSource.system());
  private SlackStandIn slack;
  private int botPort;
  private int cursorPort;

  @BeforeEach
  void start() throws IOException {
    slack = SlackStandIn.start(SlackSettings.playground(), traffic);
    botPort = BotProcess.freePort();
    cursorPort = BotProcess.freePort();
    slack.connect(URI.create("http://127.0.0.1:" + botPort));
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private Map<String, String> settings(String api) {
    var settings = new HashMap<String, String>();
    settings.put("SLACK_BOT_TOKEN", SlackSettings.playground().botToken());
    settings.put("SLACK_SIGNING_SECRET", SlackSettings.playground().signingSecret());
    settings.put("SLACK_API_URL", slack.apiUrl().toString());
    settings.put("CURSOR_API_KEY", "crsr_good");
    settings.put("CURSOR_API", api);
    settings.put("CURSOR_API_URL", "http://127.0.0.1:" + cursorPort);
    settings.put("TILLER_PUBLIC_URL", "http://127.0.0.1:" + botPort);
    return settings;
  }

  private CursorStandIn cursor() throws IOException {
    return CursorStandIn.start(
        "127.0.0.1", cursorPort, Options.playground().withPace(Pace.quick()), traffic);
  }

  private List<ObjectNode> shown(String thread) {
    return slack.thread("C0WEB", thread).stream().filter(message -> message.has("bot_id")).toList();
  }

  private List<ObjectNode> until(String thread, Predicate<List<ObjectNode>> condition) {
    return await().atMost(Duration.ofSeconds(90)).until(() -> shown(thread), condition);
  }

  private static Predicate<List<ObjectNode>> saying(String text) {
    return all -> all.stream().anyMatch(one -> one.path("text").asText().contains(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v0"})
  void killedBetweenAcknowledgementAndLaunch(String api) throws Exception {
    var first = BotProcess.start(folder, botPort, settings(api));
    var thread = slack.say("U0ANN", "C0WEB", Optional.empty(), TASK);
    until(thread, saying("trying again"));
    first.kill();

    try (var cursor = cursor()) {
      var second = BotProcess.start(folder, botPort, settings(api));

      until(thread, saying("Done, the pull request is ready"));
      assertThat(cursor.agents()).hasSize(1);
      assertThat(shown(thread)).hasSize(2);
      second.kill();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v0"})
  void killedBetweenTheRunsEndAndItsCard(String api) throws Exception {
    try (var cursor = cursor()) {
      var first = BotProcess.start(folder, botPort, settings(api));
      slack.faults().next("chat.update", 2, Faults.Fault.Answer.json(503, "{}"));
      var thread = slack.say("U0ANN", "C0WEB", Optional.empty(), TASK);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> hasEnded(cursor) && !slack.calls().of("chat.update").isEmpty());
      first.kill();

      var second = BotProcess.start(folder, botPort, settings(api));

      until(thread, saying("Done, the pull request is ready"));
      assertThat(shown(thread)).hasSize(2);
      assertThat(shown(thread).getFirst().path("text").asText()).contains("Pull request ready");
      assertThat(cursor.agents()).hasSize(1);
      second.kill();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v0"})
  void killedBeforeTheAnswerToALaunchCame(String api) throws Exception {
    try (var cursor = cursor()) {
      var first = BotProcess.start(folder, botPort, settings(api));
      cursor.faults().next(Operation.CREATE_AGENT, NEVER_ANSWERED);
      var thread = slack.say("U0ANN", "C0WEB", Optional.empty(), TASK);
      await().atMost(Duration.ofSeconds(60)).until(() -> !cursor.agents().isEmpty());
      first.kill();

      var second = BotProcess.start(folder, botPort, settings(api));

      until(thread, saying("Done, the pull request is ready"));
      assertThat(shown(thread)).hasSize(2);
      assertThat(cursor.agents()).hasSize(1);
      second.kill();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v0"})
  void killedBeforeTheAnswerToAFollowUpCame(String api) throws Exception {
    try (var cursor = cursor()) {
      var first = BotProcess.start(folder, botPort, settings(api));
      var thread = slack.say("U0ANN", "C0WEB", Optional.empty(), TASK);
      until(thread, saying("Done, the pull request is ready"));
      cursor.pace(Pace.manually());
      cursor.faults().next(Operation.PROMPT, NEVER_ANSWERED);
      slack.say("U0ANN", "C0WEB", Optional.of(thread), "@tiller also add tests");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> cursor.agents().getFirst().prompts().size() == 2);
      first.kill();

      var second = BotProcess.start(folder, botPort, settings(api));

      await().atMost(Duration.ofSeconds(60)).until(() -> shown(thread).size() == 3);
      cursor.finish(cursor.agents().getFirst().id(), Ending.PULL_REQUEST);
      until(thread, all -> all.size() == 4);
      assertThat(cursor.agents().getFirst().prompts())
          .containsExactly("fix the login bug", "also add tests");
      second.kill();
    }
  }

  private static boolean hasEnded(CursorStandIn cursor) {
    return cursor.agents().stream().anyMatch(agent -> agent.pullRequest().isPresent());
  }
}
