package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorPaceTest extends CursorStandInTestBase {

  @Override
  Options options() {
    return super.options().withPace(Pace.quick());
  }

  @ParameterizedTest
  @CsvSource({
    "'do it', FINISHED, true, true",
    "'do it #branch-only', FINISHED, true, false",
    "'#nothing to do', FINISHED, false, false",
    "'do it #error', ERROR, false, false",
    "'do it #expire', EXPIRED, false, false",
    "'#errors and x#error are other words', FINISHED, true, true",
    "'#error first, then #nothing', FINISHED, false, false"
  })
  void aRunEndsAsItsPromptAsks(String prompt, String status, boolean branch, boolean pullRequest)
      throws IOException {
    var made = create(prompt);
    awaitStatus(made, status);

    var git = client.get(made.runPath()).json().path("git");
    assertThat(git.at("/branches/0").has("branch")).isEqualTo(branch);
    assertThat(git.at("/branches/0").has("prUrl")).isEqualTo(pullRequest);
  }

  @Test
  void aRunHasAsManyStepsAsThePaceSays() throws IOException {
    cursor.pace(new Pace(Duration.ZERO, Duration.ZERO, 10, false));
    var made = create("x");

    var frames = SseFrames.parse(client.stream(made.runPath() + "/stream"));

    assertThat(frames.stream().filter(frame -> frame.event().equals("tool_call")))
        .extracting(frame -> frame.data().path("name").asText())
        .containsSubsequence(
            "read_file", "grep_search", "edit_file", "run_terminal_cmd", "pr_management");
    assertThat(frames)
        .extracting(SseFrames.Frame::event)
        .contains("assistant", "thinking", "tool_call", "interaction_update");
  }

  @Test
  void everyToolCallThatBeginsIsCompleted() throws IOException {
    var made = create("x");

    var calls =
        SseFrames.parse(client.stream(made.runPath() + "/stream")).stream()
            .filter(frame -> frame.event().equals("tool_call"))
            .map(SseFrames.Frame::data)
            .toList();

    var begun = calls.stream().filter(call -> call.path("status").asText().equals("running"));
    var completed = calls.stream().filter(call -> call.path("status").asText().equals("completed"));
    assertThat(begun.map(call -> call.path("callId").asText()).distinct())
        .isNotEmpty()
        .containsExactlyElementsOf(completed.map(call -> call.path("callId").asText()).toList());
  }

  @Test
  void slowPromptsTakeSixTimesLonger() {
    var pace = Pace.playground();

    assertThat(pace.slow().create()).isEqualTo(pace.create().multipliedBy(6));
    assertThat(pace.slow().step()).isEqualTo(pace.step().multipliedBy(6));
    assertThat(Wishes.of("do it #slow").slow()).isTrue();
    assertThat(Wishes.of("do it slow").slow()).isFalse();
  }

  @Test
  void thePlaygroundPaceIsAboutEightSeconds() {
    var pace = Pace.playground();

    assertThat(pace.create().plus(pace.step().multipliedBy(pace.steps() + 1)))
        .isBetween(Duration.ofMillis(7500), Duration.ofMillis(8500));
  }
}
