package dev.tiller.app.cli;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Feedback;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.routing.Source;
import dev.tiller.core.routing.Sources;
import dev.tiller.core.store.DatabaseSettings;
import dev.tiller.core.store.JdbcStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackCommandTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Person BEN = new Person("U2", "U2", "Ben");
  private static final Source USUAL = new Source(Source.Kind.USUAL);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private String url() {
    return "jdbc:h2:" + folder.resolve("tiller");
  }

  private JdbcStore open() {
    return JdbcStore.open(DatabaseSettings.of(url(), "tiller", ""), () -> NOON);
  }

  private int run() {
    var programs = new Programs(_ -> () -> {}, _ -> () -> {});
    var environment =
        Map.of(
            "SLACK_BOT_TOKEN", "xoxb-1",
            "SLACK_SIGNING_SECRET", "secret",
            "CURSOR_API_KEY", "key",
            "TILLER_DATABASE_URL", url());
    return new Cli(
            programs, environment, _ -> {}, new PrintWriter(out, true), new PrintWriter(err, true))
        .run("feedback");
  }

  private void given(String text) {
    var run =
        Run.asked(UUID.randomUUID(), 1, BEN, Optional.empty(), "fix it", RunPhase.STARTING, NOON);
    var request =
        new AgentRequest(
            BEN,
            Repository.parse("acme/web").orElseThrow(),
            Optional.empty(),
            Optional.empty(),
            true,
            LaunchOptions.NONE,
            new Sources(USUAL, USUAL, USUAL, USUAL));
    var agent =
        new Agent(
            UUID.randomUUID(),
            1,
            request,
            LaunchState.REQUESTED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(run));
    try (var store = open()) {
      store.transact(tx -> {
        var before = tx.lock(new Address(new ChatThread(Platform.SLACK, "T1", "C1", "1"), ""));
        tx.save(before, before.with(agent));
        tx.keep(before.id(), new Feedback(run.id(), BEN, Feedback.Verdict.BAD, text, NOON));
        return before;
      });
    }
  }

  @Test
  void whatPeopleThinkIsShownAndATerminalObeysNoneOfIt() {
    given("It \u001b[31mbroke\nthe build\u202e.");

    assertThat(run()).isZero();

    assertThat(out.toString().lines())
        .contains(
            "2026-11-20T12:00:00Z  bad  Ben (U2)  acme/web",
            "  said: It [31mbroke the build .",
            "  task: fix it");
  }

  @Test
  void withoutAnyItSaysSo() {
    assertThat(run()).isZero();

    assertThat(out.toString()).contains("Nobody has given feedback yet.");
  }

  @Test
  void aFileThatTheBotHasOpenIsExplainedInOneLine() throws IOException {
    open().close();

    try (var file = FileChannel.open(folder.resolve("tiller.mv.db"), READ, WRITE);
        var lock = file.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(run()).isEqualTo(1);
    }

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("tiller feedback: the database cannot be opened.");
  }
}
