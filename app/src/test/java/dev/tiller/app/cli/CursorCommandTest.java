package dev.tiller.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `tiller cursor` against the stand-in, as from a shell.
class CursorCommandTest {

  private static final int LATER = 75;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();
  private CursorStandIn cursor;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    cursor =
        CursorStandIn.start(
            "127.0.0.1",
            0,
            Options.playground().withPace(Pace.quick()),
            new Traffic(InstantSource.system()));
    environment.put("CURSOR_API_KEY", "good-key");
    environment.put("CURSOR_API_URL", cursor.url().toString());
  }

  @AfterEach
  void stop() {
    cursor.close();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of("cursor"));
    all.addAll(List.of(arguments));
    var programs = new Programs(_ -> () -> {}, _ -> () -> {});
    return new Cli(
            programs, environment, _ -> {}, new PrintWriter(out, true), new PrintWriter(err, true))
        .run(all.toArray(String[]::new));
  }

  private JsonNode json(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  private String launched() throws IOException {
    return json("launch", "--repo", "acme/web", "tidy", "up").path("agent").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v0"})
  void anAgentIsStartedWatchedAndShown(String api) throws IOException {
    environment.put("CURSOR_API", api);
    var agent = launched();

    assertThat(run("show", agent)).isZero();
    assertThat(out.toString()).contains(agent, "acme/web");
    assertThat(json("agents").path("items").path(0).path("id").asText()).isEqualTo(agent);
    assertThat(cursor.agents()).singleElement().matches(it -> it.prompts().contains("tidy up"));
  }

  @Test
  void aLaunchTakesTheChoicesThatMessagesHave() throws IOException {
    var line = "launch --repo acme/web --also acme/api --plan --current-branch go";
    var agent = json(line.split(" ")).path("agent").asText();

    var repositories = json("show", agent).path("agent").path("repositories");

    assertThat(repositories).hasSize(2);
    assertThat(run("launch", "--repo", "acme/web", "--pr", "nonsense", "go")).isEqualTo(2);
  }

  @Test
  void anOptionThatTheVersionLacksStartsNothing() {
    environment.put("CURSOR_API", "v0");

    assertThat(run("launch", "--repo", "acme/web", "--plan", "go")).isEqualTo(1);

    assertThat(err.toString()).contains("CURSOR_API=v1");
    assertThat(cursor.createCalls()).isZero();
  }

  @Test
  void aLaunchWhoseAnswerIsLostIsFoundAndNotRepeated() {
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.LostAnswer());

    assertThat(run("launch", "--repo", "acme/web", "tidy up")).isZero();

    assertThat(out.toString()).contains(cursor.agents().getFirst().id());
    assertThat(cursor.createCalls()).isEqualTo(1);
  }

  @Test
  void aWordWithAnAtSignIsNoFile() throws IOException {
    var agent = launched();
    run("watch", agent);

    assertThat(run("follow-up", agent, "@README.md", "needs a table")).isZero();

    assertThat(cursor.agents().getFirst().prompts()).endsWith("@README.md needs a table");
  }

  @Test
  void watchingFollowsARunToItsEndAndSaysWhatItPushed() throws IOException {
    var agent = launched();

    assertThat(run("watch", agent)).isZero();

    assertThat(out.toString()).contains("Ended: FINISHED", "pull request https://github.com/acme");
  }

  @Test
  void watchingARunThatFailsExitsWithOne() throws IOException {
    var agent = json("launch", "--repo", "acme/web", "break it #error").path("agent").asText();

    assertThat(run("watch", agent)).isEqualTo(1);
  }

  @Test
  void theAccountIsShownWithoutTheKey() {
    assertThat(run("me")).isZero();
    assertThat(out.toString()).contains("Acme bot").doesNotContain("good-key");
    assertThat(run("models")).isZero();
    assertThat(out.toString()).contains("ID", "composer-2");
    assertThat(run("repositories")).isZero();
    assertThat(out.toString()).contains("https://github.com/acme/web");
  }

  @Test
  void aFollowUpIsSentAndTheConversationRead() throws IOException {
    var agent = launched();
    run("watch", agent);

    assertThat(run("follow-up", agent, "and", "test", "it")).isZero();

    assertThat(cursor.agents().getFirst().prompts()).containsExactly("tidy up", "and test it");
    run("watch", agent);
    assertThat(run("conversation", agent)).isZero();
    assertThat(out.toString()).containsSubsequence("tidy up", "> Agent", "and test it");
  }

  @Test
  void anAgentIsPutAwayAndBroughtBack() throws IOException {
    var agent = launched();
    run("watch", agent);

    assertThat(run("archive", agent)).isZero();
    assertThat(run("follow-up", agent, "more")).isEqualTo(1);
    assertThat(err.toString()).contains("archived");
    assertThat(run("unarchive", agent)).isZero();
    assertThat(run("follow-up", agent, "more")).isZero();
  }

  @Test
  void nothingIsDeletedWithoutYes() throws IOException {
    var agent = launched();

    assertThat(run("delete", agent)).isEqualTo(2);
    assertThat(cursor.agents()).hasSize(1);
    assertThat(run("delete", agent, "--yes")).isZero();
    assertThat(cursor.agents()).isEmpty();
    assertThat(run("show", agent)).isEqualTo(1);
  }

  @Test
  void usageIsATableWithASum() throws IOException {
    var agent = launched();
    run("watch", agent);

    assertThat(run("usage", agent)).isZero();

    assertThat(out.toString()).contains("RUN", "all", "$");
  }

  @Test
  void whatAVersionLacksNamesTheSettingThatHasIt() throws IOException {
    environment.put("CURSOR_API", "v0");
    var agent = launched();

    assertThat(run("usage", agent)).isEqualTo(1);

    assertThat(err.toString()).contains("CURSOR_API=v1");
  }

  @Test
  void artifactsAreListedAndFetchedIntoAFolder() throws IOException {
    var agent = launched();
    run("watch", agent);

    assertThat(run("artifacts", agent, "--to", folder.toString())).isZero();

    var names = json("artifacts", agent).path("items").findValuesAsText("path");
    assertThat(names).isNotEmpty();
    assertThat(folder.toFile().list()).hasSameSizeAs(names);
    assertThat(run("artifacts", agent, "--to", folder.toString())).isZero();
    assertThat(out.toString()).contains("Left alone");
  }

  @Test
  void aRefusalIsAPlainSentenceAndNotNowHasAnExitCodeOfItsOwn() {
    environment.put("CURSOR_API_KEY", "bad-key");
    assertThat(run("me")).isEqualTo(1);
    assertThat(err.toString()).contains("does not accept").doesNotContain("Exception", "bad-key");

    environment.put("CURSOR_API_KEY", "good-key");
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.Answer(429, "{}"));
    assertThat(run("launch", "--repo", "acme/web", "tidy up")).isEqualTo(LATER);
    assertThat(err.toString()).contains("Try again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "show nothing", "show", "launch --repo web do it", "launch do it"})
  void wrongUsageIsToldInTwoLines(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);

    assertThat(err.toString()).hasLineCount(2).contains("Try: tiller cursor");
  }

  @Test
  void theCommandNeedsOnlyCursorsSettings() {
    environment.remove("CURSOR_API_KEY");

    assertThat(run("me")).isEqualTo(78);

    assertThat(err.toString()).contains("CURSOR_API_KEY is missing").doesNotContain("SLACK");
  }
}
